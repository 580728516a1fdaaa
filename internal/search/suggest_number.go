package search

import (
	"strconv"
	"strings"

	"tracuu/internal/completion"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// numberKey is what a number is completed by: its digits, then the letters of
// its symbol. "/" sorts before digits, so that 52 is no beginning of 521 where
// a symbol follows.
func numberKey(no, symbol string) string {
	return strings.ToLower(no) + "/" + docnum.FoldSymbol(symbol)
}

// numberEntry is a document by its number. Extra holds type, year, and the
// folded words that may stand beside the number.
func numberEntry(h store.Heading) completion.Entry {
	detail := make([]string, 0, 3)
	switch {
	case !h.Published.IsZero():
		detail = append(detail, "ngày "+h.Published.Vietnamese())
	case h.Year != 0 && h.Number.Year == 0:
		detail = append(detail, "năm "+strconv.Itoa(h.Year))
	}
	if h.Issuer != "" {
		detail = append(detail, h.Issuer)
	}
	if h.Title != "" {
		detail = append(detail, clip(h.Title, maxDetail))
	}
	return completion.Entry{
		ID: h.ID, Label: Name(h.Number), Key: numberKey(h.Number.No, h.Number.Symbol),
		Detail: strings.Join(detail, " · "),
		Extra:  h.Number.Type + "\n" + strconv.Itoa(h.Year) + "\n" + completion.Key(h.Issuer+" "+clip(h.Title, maxDetail)),
		Weight: documentWeight(h),
	}
}

// maxDetail is the length of a title beside a number, in runes.
const maxDetail = 80

// suggestNumbers completes a number: the documents of just these digits, then,
// while nothing stands behind the digits, those that go on from them.
func (n *names) suggestNumbers(typed completion.Typed, text string, number *query.Number, limit int) []Suggestion {
	if number == nil {
		if number = numberWithYear(text); number == nil {
			return nil
		}
	}
	no := strings.ToLower(number.No)
	choose := chooser(number)
	found := n.numbers.Complete(typed.As(no+"/"), limit, choose)
	if open := endsInDigits(text); open && number.Symbol == "" && number.Year == 0 && len(found) < limit {
		told := map[string]bool{}
		for _, m := range found {
			told[m.Label] = true
		}
		found = append(found, n.numbers.Complete(typed.As(no), limit-len(found), func(e completion.Entry) bool {
			return !told[e.Label] && choose(e)
		})...)
	}
	var out []Suggestion
	for _, m := range found {
		same := n.numbers.Same(m, limit)
		kept := same[:0]
		for _, e := range same {
			if choose(e) {
				kept = append(kept, e)
			}
		}
		switch {
		case len(kept) == 1: // the only one that fits all that was typed
			out = append(out, numberSuggestion(typed, kept[0], 1))
		case len(found) == 1: // only this number: its documents, with what tells them apart
			for _, e := range kept {
				out = append(out, numberSuggestion(typed, e, 1))
			}
		default:
			out = append(out, numberSuggestion(typed, m.Entry, m.Same))
		}
	}
	return out
}

func numberSuggestion(typed completion.Typed, e completion.Entry, count int) Suggestion {
	s := Suggestion{Kind: SuggestNumber, Text: e.Label, Parts: typed.Parts(e.Label), Count: count}
	if count == 1 {
		s.DocumentID, s.Detail = e.ID, e.Detail
	}
	return s
}

// chooser tells which documents agree with what was typed beside the digits.
// The last word may still be typed.
func chooser(number *query.Number) func(completion.Entry) bool {
	symbol := docnum.FoldSymbol(number.Symbol)
	behindType := docnum.FoldSymbol(number.Type) + symbol
	year := ""
	if number.Year != 0 {
		year = strconv.Itoa(number.Year)
	}
	return func(e completion.Entry) bool {
		typ, rest, _ := strings.Cut(e.Extra, "\n")
		its, words, _ := strings.Cut(rest, "\n")
		_, letters, _ := strings.Cut(e.Key, "/")
		switch {
		case number.Type != "" && typ != number.Type,
			symbol != "" && !strings.HasPrefix(letters, symbol) && !strings.HasPrefix(letters, behindType),
			year != "" && its != year:
			return false
		}
		for i, w := range number.Words {
			if i < len(number.Words)-1 {
				w += " "
			}
			if !strings.Contains(" "+words+" ", " "+w) {
				return false
			}
		}
		return true
	}
}

// numberWithYear reads "15/2020" and what of it is typed, which is no number of
// a document yet.
func numberWithYear(text string) *query.Number {
	no, year, ok := strings.Cut(strings.TrimSpace(text), "/")
	if !ok || no == "" || len(no) > maxNo || strings.Trim(no+year, "0123456789") != "" {
		return nil
	}
	n := &query.Number{No: strings.TrimLeft(no, "0")}
	if len(year) == len("2020") {
		n.Year, _ = strconv.Atoi(year)
	}
	return n
}

// maxNo is more digits than any number has.
const maxNo = 8

func endsInDigits(text string) bool {
	last := text[len(text)-1]
	return '0' <= last && last <= '9'
}

// documentWeight grows with the places that name a document; one that is held
// comes before others of as many.
func documentWeight(h store.Heading) int {
	w := 8*log2(h.Mentions) + max(0, h.Year-2000)
	if h.Status == model.Held {
		w += 15
	}
	return w
}

func log2(n int) int {
	bits := 0
	for ; n > 0; n >>= 1 {
		bits++
	}
	return bits
}

// clip cuts a text after n runes, at the end of a word.
func clip(text string, n int) string {
	count := 0
	for i := range text {
		if count == n {
			if cut := strings.LastIndexByte(text[:i], ' '); cut > 0 {
				i = cut
			}
			return strings.TrimRight(vietnamese.NFC(text[:i]), " ,;:-–") + "…"
		}
		count++
	}
	return text
}
