package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"time"

	"tracuu/internal/model"
)

// jsonlWriter writes an object a line, its keys in the order of the columns and
// all of them in each.
type jsonlWriter struct {
	columns []Column
	keys    [][]byte // `"name":`
	out     *bufio.Writer
	buffer  []cell
	line    bytes.Buffer
	text    *json.Encoder // into line
}

func newJSONL(w io.Writer, h Head) (Writer, error) {
	j := &jsonlWriter{columns: h.Columns, out: bufio.NewWriterSize(w, 64<<10)}
	j.text = json.NewEncoder(&j.line)
	j.text.SetEscapeHTML(false)
	for _, c := range h.Columns {
		key, err := json.Marshal(c.Name)
		if err != nil {
			return nil, err
		}
		j.keys = append(j.keys, append(key, ':'))
	}
	return j, nil
}

// Row implements Writer.
func (j *jsonlWriter) Row(row []any) (err error) {
	if j.buffer, err = cells(j.columns, row, j.buffer); err != nil {
		return err
	}
	j.line.Reset()
	for i, v := range j.buffer {
		sep := byte(',')
		if i == 0 {
			sep = '{'
		}
		j.line.WriteByte(sep)
		j.line.Write(j.keys[i])
		if err := j.value(v, j.columns[i].Kind); err != nil {
			return err
		}
	}
	j.line.WriteString("}\n")
	_, err = j.out.Write(j.line.Bytes())
	return err
}

func (j *jsonlWriter) value(c cell, k Kind) error {
	if c.empty {
		j.line.WriteString("null")
		return nil
	}
	switch k {
	case Integer:
		j.line.Write(strconv.AppendInt(j.line.AvailableBuffer(), c.whole, 10))
		return nil
	case Number:
		return j.encode(c.number)
	case Date:
		return j.encode(c.day.String())
	case Time:
		return j.encode(c.time.In(model.Vietnam()).Format(time.RFC3339))
	case Text, Link:
	}
	return j.encode(c.text)
}

// encode drops the line break that the encoder adds.
func (j *jsonlWriter) encode(v any) error {
	err := j.text.Encode(v)
	j.line.Truncate(j.line.Len() - 1)
	return err
}

// Close implements Writer.
func (j *jsonlWriter) Close() error { return j.out.Flush() }

// Discard implements Writer.
func (j *jsonlWriter) Discard() {}
