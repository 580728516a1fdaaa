package export

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"

	"tracuu/internal/model"

	"github.com/parquet-go/parquet-go"
)

// Bounds of a row group, which is held in memory until it is written.
const (
	groupRows  = 32 << 10
	groupBytes = 8 << 20 // of text
	// dictionaryBytes bounds the different texts of a column that are told once;
	// a column with more is written plainly.
	dictionaryBytes = 1 << 20
)

type parquetWriter struct {
	columns []Column
	out     *parquet.GenericWriter[any]
	buffer  []cell
	row     parquet.Row
	rows    int // of the open group
	bytes   int
}

func newParquet(w io.Writer, h Head) (Writer, error) {
	schema, err := schemaOf(h.Columns)
	if err != nil {
		return nil, err
	}
	options := []parquet.WriterOption{
		schema, parquet.Compression(&parquet.Snappy), parquet.DictionaryMaxBytes(dictionaryBytes),
		parquet.CreatedBy("tracuu", "", ""),
	}
	facts, err := metadata(h)
	if err != nil {
		return nil, err
	}
	for key, value := range facts {
		options = append(options, parquet.KeyValueMetadata(key, value))
	}
	return &parquetWriter{columns: h.Columns, out: parquet.NewGenericWriter[any](w, options...)}, nil
}

// metadata is what the other formats say on a sheet of its own.
func metadata(h Head) (map[string]string, error) {
	coverage, err := json.Marshal(h.Coverage)
	if err != nil {
		return nil, err
	}
	heads := map[string]string{}
	for _, c := range h.Columns {
		heads[c.Name] = c.Head
	}
	columns, err := json.Marshal(heads)
	if err != nil {
		return nil, err
	}
	return map[string]string{
		"tracuu.title": h.Title, "tracuu.question": h.Question, "tracuu.filters": strings.Join(h.Filters, "\n"),
		"tracuu.time": h.Time.In(model.Vietnam()).Format(time.RFC3339), "tracuu.coverage": string(coverage), "tracuu.columns": string(columns),
	}, nil
}

// schemaOf makes a schema whose columns keep their order: by a struct, as a
// parquet.Group sorts its columns by name.
func schemaOf(columns []Column) (*parquet.Schema, error) {
	fields := make([]reflect.StructField, len(columns))
	for i, c := range columns {
		if strings.ContainsAny(c.Name, ",\"` ") || c.Name == "" {
			return nil, fmt.Errorf("column name %q", c.Name)
		}
		typ, tag := reflect.TypeFor[string](), "optional,dict"
		switch c.Kind {
		case Integer:
			typ, tag = reflect.TypeFor[int64](), "optional"
		case Number:
			typ, tag = reflect.TypeFor[float64](), "optional"
		case Date:
			typ, tag = reflect.TypeFor[int32](), "optional,date"
		case Time:
			typ, tag = reflect.TypeFor[int64](), "optional,timestamp(millisecond)"
		case Text, Link:
		}
		fields[i] = reflect.StructField{
			Name: fmt.Sprintf("F%d", i), Type: typ, Tag: reflect.StructTag(fmt.Sprintf(`parquet:"%s,%s"`, c.Name, tag)),
		}
	}
	return parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()), nil
}

// Row implements Writer.
func (p *parquetWriter) Row(row []any) (err error) {
	if p.buffer, err = cells(p.columns, row, p.buffer); err != nil {
		return err
	}
	p.row = p.row[:0]
	for i, c := range p.buffer {
		defined := 1
		if c.empty {
			defined = 0
		}
		p.row = append(p.row, c.stored(p.columns[i].Kind).Level(0, defined, i))
		p.bytes += len(c.text)
	}
	if _, err := p.out.WriteRows([]parquet.Row{p.row}); err != nil {
		return err
	}
	if p.rows++; p.rows < groupRows && p.bytes < groupBytes {
		return nil
	}
	p.rows, p.bytes = 0, 0
	return p.out.Flush()
}

// stored is a cell as its column's physical type.
func (c cell) stored(k Kind) parquet.Value {
	if c.empty {
		return parquet.NullValue()
	}
	switch k {
	case Integer:
		return parquet.Int64Value(c.whole)
	case Number:
		return parquet.DoubleValue(c.number)
	case Date:
		return parquet.Int32Value(int32(day(c.day).Unix() / (24 * 60 * 60)))
	case Time:
		return parquet.Int64Value(c.time.UnixMilli())
	case Text, Link:
	}
	return parquet.ByteArrayValue([]byte(c.text))
}

// Close implements Writer.
func (p *parquetWriter) Close() error { return p.out.Close() }

// Discard implements Writer.
func (p *parquetWriter) Discard() {}
