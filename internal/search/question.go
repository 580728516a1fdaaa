package search

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
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
	Portal string // id; restricts the full text when set
	Limit  int    // 1 to MaxLimit; 0 means DefaultLimit
	Offset int    // 0 to MaxOffset
	// Filters restrict the full text: a value of each field must hold. Values of
	// Year are years and ranges of them: 2021, 2021..2025, 2021.., ..2025.
	Filters map[filter.Field][]string
	Off     []query.ChipKind // chips that the reader switched off
	Sort    index.Sort
	Cursor  string // of Answer.NextCursor; with it Offset is ignored
	Facets  bool   // count the values of the fields
	// Explain asks what the score of each hit is made of.
	Explain bool
}

// ParseQuestion reads the parameters q, portal, limit, offset and explain, which
// pages and API share. Absent ones take their defaults.
func ParseQuestion(v url.Values) (Question, error) {
	q := Question{Text: v.Get("q")}
	var err error
	if q.Portal, err = CleanText("portal", v.Get("portal")); err != nil {
		return q, err
	}
	if q.Limit, err = whole(v, "limit", DefaultLimit, 1, MaxLimit); err != nil {
		return q, err
	}
	if q.Offset, err = whole(v, "offset", 0, 0, MaxOffset); err != nil {
		return q, err
	}
	q.Explain, err = truth(v, "explain")
	return q, err
}

// truth reads true or false; absent is false.
func truth(v url.Values, name string) (bool, error) {
	text := v.Get(name)
	if text == "" {
		return false, nil
	}
	yes, err := strconv.ParseBool(text)
	if err != nil {
		return false, &FieldError{name, "phải là true hoặc false"}
	}
	return yes, nil
}

// whole reads a whole number in a range, or gives what stands for an absent one.
func whole(v url.Values, name string, absent, least, most int) (int, error) {
	text := v.Get(name)
	if text == "" {
		return absent, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, &FieldError{name, "phải là số nguyên"}
	}
	return n, inRange(name, n, least, most)
}

func inRange(name string, n, least, most int) error {
	if n < least || n > most {
		return &FieldError{name, fmt.Sprintf("phải từ %d đến %d", least, most)}
	}
	return nil
}

// normal checks a question and returns it with clean, bounded words.
func (q Question) normal() (Question, error) {
	text, err := CleanText("q", q.Text)
	if err != nil {
		return q, err
	}
	q.Text = text
	if q.Limit == 0 {
		q.Limit = DefaultLimit
	}
	return q, errors.Join(inRange("limit", q.Limit, 1, MaxLimit), inRange("offset", q.Offset, 0, MaxOffset))
}

// CleanText returns typed text as the store writes text, cut to the bytes that
// are used. Text that is not UTF-8 or has a NUL gives a FieldError.
func CleanText(field, text string) (string, error) {
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
