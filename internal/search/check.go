package search

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"tracuu/internal/extract"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Bounds of a text that is checked.
const (
	MaxCheck   = 100 << 10 // bytes
	maxChecked = 200       // numbers; what comes behind is said to be left out
)

// Check is what the store knows of the numbers that a text names.
type Check struct {
	Text    string          `json:"text"`    // as it was read: NFC, without invisible characters; spans are bytes of it
	Numbers []Checked       `json:"numbers"` // in reading order
	Counts  map[Verdict]int `json:"counts"`  // of the verdicts, those that occur
	More    bool            `json:"more"`    // the text names more numbers than are checked
}

// Checked is a number in a text and what is known of its document.
type Checked struct {
	Quote string `json:"quote"` // Text[Start:End], word for word
	model.Span
	Number  model.DocNumber `json:"number"`
	Name    string          `json:"name"`   // Kế hoạch 52/KH-UBND
	Issued  model.Date      `json:"issued"` // as the text says
	Issuer  string          `json:"issuer"` // as the text says, completed
	Verdict Verdict         `json:"verdict"`
	Message string          `json:"message"` // the verdict in words, in Vietnamese
	// Document is what is meant; of wrong_year what was probably meant; nil when
	// none or several fit.
	Document   *Document  `json:"document"`
	Candidates []Document `json:"candidates"` // of ambiguous: those that fit, the first few
	// Standing are the relations by which other documents change or end it.
	Standing []Related `json:"standing"`
}

// Verdict is how a number in a text stands to the store.
type Verdict string

// The verdicts on a number.
const (
	VerdictHeld       Verdict = "held"       // its document is here
	VerdictListed     Verdict = "listed"     // a register has it; its text is not here
	VerdictCited      Verdict = "cited"      // other texts name it; its text is not here
	VerdictSuperseded Verdict = "superseded" // another document replaces or repeals it
	VerdictWrongYear  Verdict = "wrong_year" // not in the year that is told, but the same of another year agrees otherwise
	VerdictAmbiguous  Verdict = "ambiguous"  // several documents fit what the text says
	VerdictUnknown    Verdict = "unknown"    // the store has not met it, which is no proof that it does not exist
)

// Check reads the numbers of a text as the extractor does and looks each up.
// Text that is too long or not UTF-8 gives a FieldError of "text"; a NUL, as some
// readers of PDF leave them, is read as a blank.
func (s *Service) Check(ctx context.Context, text string) (Check, error) {
	if err := checkable(text); err != nil {
		return Check{}, err
	}
	clean := vietnamese.Clean(strings.ReplaceAll(text, "\x00", " "))
	mentions := extract.Facts(extract.Text{Text: clean}).Mentions
	out := Check{Text: clean, Numbers: []Checked{}, Counts: map[Verdict]int{}, More: len(mentions) > maxChecked}
	known := map[string]Checked{}
	for _, m := range mentions[:min(len(mentions), maxChecked)] {
		told := words{m, clean[m.End:min(len(clean), m.End+maxTitle)]}
		checked, again := known[told.key()]
		if !again {
			var err error
			if checked, err = s.judge(ctx, told); err != nil {
				return Check{}, fmt.Errorf("check %q: %w", m.Quote, err)
			}
			known[told.key()] = checked
		}
		checked.Quote, checked.Span = m.Quote, m.Span
		out.Numbers = append(out.Numbers, checked)
		out.Counts[checked.Verdict]++
	}
	return out, nil
}

func checkable(text string) error {
	switch {
	case len(text) > MaxCheck:
		return &FieldError{"text", fmt.Sprintf("dài %d byte, nhiều nhất là %d: hãy chia nhỏ", len(text), MaxCheck)}
	case !utf8.ValidString(text):
		return &FieldError{"text", "không phải văn bản UTF-8"}
	}
	return nil
}
