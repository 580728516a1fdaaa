package search

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/query"
	"tracuu/internal/vietnamese"
)

// Bounds of a question.
const (
	DefaultLimit = 20
	MaxLimit     = 100
	MaxOffset    = 10_000
	maxText      = 4 << 10 // bytes of the words that are used; the rest is not read
)

// ErrQuestion is wrapped by every error about a question itself.
var ErrQuestion = errors.New("câu hỏi không hợp lệ")

// FieldError tells which part of a question cannot be used and why, in
// Vietnamese.
type FieldError struct {
	Field  string // name of the parameter: q, limit, offset
	Reason string
}

// Error names the field and the reason.
func (e *FieldError) Error() string { return e.Field + ": " + e.Reason }

// Unwrap makes errors.Is(err, ErrQuestion) true.
func (e *FieldError) Unwrap() error { return ErrQuestion }

// Question is what is asked.
type Question struct {
	Text   string // as typed
	Portal string // id; a filter like those of Filters, for one portal
	Limit  int    // 1 to MaxLimit; 0 means DefaultLimit
	Offset int    // 0 to MaxOffset
	// Filters restrict the full text: a value of each field must hold. Values of
	// Year are years and ranges of them: 2021, 2021..2025, 2021.., ..2025. Those of
	// Day are ranges of ISO dates: 2022-01-01..2022-03-31.
	Filters map[filter.Field][]string
	Off     []query.ChipKind // chips that the reader switched off
	Sort    index.Sort
	Cursor  string // of Answer.NextCursor; with it Offset is ignored
	Facets  bool   // count the values of the fields
	// Explain asks what the score of each hit is made of.
	Explain bool
}

func inRange(name string, n, least, most int) error {
	if n < least || n > most {
		return &FieldError{name, fmt.Sprintf("phải từ %d đến %d", least, most)}
	}
	return nil
}

// normal checks a question and returns it with clean, bounded words.
func (q Question) normal() (Question, error) {
	text, err := cleanText("q", q.Text)
	if err != nil {
		return q, err
	}
	q.Text = text
	if q.Limit == 0 {
		q.Limit = DefaultLimit
	}
	if q.Portal != "" {
		q.Filters = maps.Clone(q.Filters)
		if q.Filters == nil {
			q.Filters = map[filter.Field][]string{}
		}
		q.Filters[filter.Portal] = append(slices.Clone(q.Filters[filter.Portal]), q.Portal)
		q.Portal = ""
	}
	if !slices.Contains(index.Sorts(), q.Sort) {
		err = &FieldError{"sort", "phải là một trong: newest, oldest, number; để trống là theo mức khớp"}
	}
	return q, errors.Join(err, inRange("limit", q.Limit, 1, MaxLimit), inRange("offset", q.Offset, 0, MaxOffset))
}

// cleanText returns typed text as the store writes text, cut to the bytes that
// are used. Text that is not UTF-8 or has a NUL gives a FieldError.
func cleanText(field, text string) (string, error) {
	if !utf8.ValidString(text) {
		return "", &FieldError{field, "không phải văn bản UTF-8"}
	}
	if strings.ContainsRune(text, 0) {
		return "", &FieldError{field, "có ký tự NUL"}
	}
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	return strings.Join(strings.Fields(vietnamese.Clean(text)), " "), nil
}
