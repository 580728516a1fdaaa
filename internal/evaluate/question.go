package evaluate

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// Question is one line of a file of questions.
type Question struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Record is one line of a plain corpus. A first line of Text that stands alone
// is its heading. Source, where a corpus has it, cites the official document.
type Record struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Text   string `json:"text"`
	Source string `json:"source"`
}

// ReadQuestions reads JSON lines. Errors name the line.
func ReadQuestions(r io.Reader) ([]Question, error) {
	var all []Question
	seen := map[string]bool{}
	for q, err := range jsonLines[Question](r) {
		switch {
		case err != nil:
			return nil, fmt.Errorf("questions: %w", err)
		case q.ID == "" || seen[q.ID]:
			return nil, fmt.Errorf("questions: the id %q is empty or stands twice", q.ID)
		}
		seen[q.ID] = true
		all = append(all, q)
	}
	return all, nil
}

// Records walks the JSON lines of a plain corpus. After an error it ends.
func Records(r io.Reader) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for rec, err := range jsonLines[Record](r) {
			if err == nil && rec.ID == "" {
				err = fmt.Errorf("corpus: a record without id, titled %q", rec.Title)
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

func jsonLines[T any](r io.Reader) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		lines, n := newLines(r), 0
		for lines.Scan() {
			n++
			if len(lines.Bytes()) == 0 {
				continue
			}
			var one T
			if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
				yield(none, fmt.Errorf("line %d: %w", n, err))
				return
			}
			if !yield(one, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(none, fmt.Errorf("after line %d: %w", n, err))
		}
	}
}
