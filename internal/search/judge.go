package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/lookup"
	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/store/identity"
	"tracuu/internal/vietnamese"
)

// Bounds of a judgement.
const (
	maxTitle      = 300 // bytes behind a number that may name its subject
	maxCandidates = 5
)

// A title agrees with the words behind a number when most of its syllables stand
// there, and there are enough of them to say something.
const (
	titleSyllables = 4
	titleShare     = 0.6
)

// words is what a text says of a document.
type words struct {
	model.Mention
	behind string // the text behind the number
}

func (w words) year() int { return cmp.Or(w.Number.Year, w.Issued.Year) }

// key is equal for what is judged alike. The words behind tell only a wrong year.
func (w words) key() string {
	return strings.Join([]string{w.Number.Type, w.Number.No, w.Number.Canonical, w.Issued.String(), w.Issuer, vietnamese.Slug(w.behind)}, "\n")
}

// judge looks a number up and says how it stands.
func (s *Service) judge(ctx context.Context, w words) (Checked, error) {
	out := Checked{
		Number: w.Number, Name: Name(w.Number), Issued: w.Issued, Issuer: w.Issuer,
		Candidates: []Document{}, Standing: []Related{},
	}
	answers, err := lookup.Find(ctx, s.store, query.Number{
		Type: w.Number.Type, No: w.Number.No, Year: w.year(), Inside: w.Number.Year != 0,
		Symbol: docnum.FoldSymbol(w.Number.Symbol), Date: w.Issued, Words: strings.Fields(vietnamese.Fold(w.Issuer)),
	})
	if err != nil {
		return out, err
	}
	fits, others := w.sort(answers)
	switch {
	case len(fits) == 1:
		return out, s.stand(ctx, fits[0], &out)
	case len(fits) > 1:
		out.Verdict = VerdictAmbiguous
		out.Message = fmt.Sprintf("Có %d văn bản hợp với số này: cần ghi rõ cơ quan và ngày ban hành.", len(fits))
		for _, d := range fits[:min(len(fits), maxCandidates)] {
			out.Candidates = append(out.Candidates, named(d))
		}
		return out, nil
	}
	for _, d := range others {
		if w.agreesButYear(d) {
			meant := named(d)
			out.Verdict, out.Document = VerdictWrongYear, &meant
			out.Message = fmt.Sprintf("Có thể nhầm năm: kho có %s năm %d.", meant.Name, d.Year)
			return out, nil
		}
	}
	out.Verdict, out.Message = VerdictUnknown, "Kho chưa gặp số này; không thấy không có nghĩa là không tồn tại."
	return out, nil
}

// sort parts the documents that fit all that the text says from those of the
// same number and symbol that differ in their year only. One that agrees in year
// and issuer wins over those that only do not contradict.
func (w words) sort(answers []lookup.Answer) (fits, others []model.Document) {
	var exact []model.Document
	for _, a := range answers {
		d := a.Document
		if !w.sameSymbol(d) || !w.sameIssuer(d) {
			continue
		}
		if !a.Fits {
			if d.Year != 0 && d.Year != w.year() && w.sameType(d) {
				others = append(others, d)
			}
			continue
		}
		fits = append(fits, d)
		if w.Issuer != "" && d.Issuer != "" && w.year() == d.Year {
			exact = append(exact, d)
		}
	}
	if len(exact) > 0 {
		fits = exact
	}
	return fits, others
}

func (w words) sameSymbol(d model.Document) bool {
	a, b := docnum.FoldSymbol(w.Number.Symbol), docnum.FoldSymbol(d.Number.Symbol)
	return a == "" || b == "" || a == b
}

func (w words) sameType(d model.Document) bool {
	return w.Number.Type == "" || d.Number.Type == "" || docnum.FoldSymbol(w.Number.Type) == docnum.FoldSymbol(d.Number.Type)
}

func (w words) sameIssuer(d model.Document) bool {
	a, b := identity.IssuerKey(w.Issuer), identity.IssuerKey(d.Issuer)
	return a == "" || b == "" || a == b
}

// agreesButYear tells a document of another year that is probably meant: it was
// issued on the same day of the year, or its title stands behind the number.
func (w words) agreesButYear(d model.Document) bool {
	if !w.Issued.IsZero() && w.Issued.Month == d.Issued.Month && w.Issued.Day == d.Issued.Day {
		return true
	}
	title := strings.Fields(vietnamese.Fold(d.Title))
	behind := strings.Fields(vietnamese.Fold(w.behind))
	found := 0
	for _, syllable := range title {
		if slices.Contains(behind, syllable) {
			found++
		}
	}
	return found >= titleSyllables && float64(found) >= titleShare*float64(len(title))
}

// stand tells how the one document that is meant stands.
func (s *Service) stand(ctx context.Context, d model.Document, out *Checked) error {
	meant := named(d)
	out.Document = &meant
	out.Message = "Trong kho: " + StatusName(d.Status) + "."
	switch d.Status {
	case model.Held:
		out.Verdict = VerdictHeld
	case model.Listed:
		out.Verdict = VerdictListed
	case model.CitedOnly:
		out.Verdict = VerdictCited
	}
	relations, err := s.store.DocumentRelations(ctx, d.ID)
	if err != nil {
		return fmt.Errorf("relations of document %s: %w", d.ID, err)
	}
	var view DocumentView
	for _, r := range relations[:min(len(relations), maxRelations)] {
		if r.ToID != d.ID || r.FromID == d.ID {
			continue
		}
		related, err := s.related(ctx, d.ID, r)
		if err != nil {
			return err
		}
		if related.changes() {
			view.addRelation(related)
		}
	}
	out.Standing = append(out.Standing, view.Relations...)
	for _, r := range out.Standing {
		if r.Type == model.Replaces || r.Type == model.Repeals {
			out.Verdict, out.Message = VerdictSuperseded, superseded(r)
			return nil
		}
	}
	return nil
}

func superseded(r Related) string {
	done := "bị bãi bỏ"
	if r.Type == model.Replaces {
		done = "được thay thế"
	}
	if r.Other == nil {
		return "Đã có bài viết nói văn bản này " + done + "."
	}
	return "Đã " + done + " bởi " + r.Other.Name + "."
}
