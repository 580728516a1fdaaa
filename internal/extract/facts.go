package extract

import (
	"tracuu/internal/extract/agency"
	"tracuu/internal/extract/assignment"
	"tracuu/internal/extract/date"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/extract/mention"
	"tracuu/internal/extract/relation"
	"tracuu/internal/extract/target"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Text is a text to understand, as vietnamese.Clean leaves it, and what is
// known of where it stands.
type Text struct {
	Text      string
	BodyStart int        // where the title ends
	Posted    model.Date // zero when not known
	Place     agency.Context
	Publisher string // agency that speaks, "" when not known
	List      bool   // the text of a list of links
	Document  bool   // the text of an official document itself
}

// Facts reads all facts of a text. Numbers come first, because no date, value
// or year stands inside one; the other readers build on numbers and dates.
func Facts(t Text) model.Facts {
	folded := vietnamese.FoldOffsets(t.Text)
	sentences := vietnamese.Sentences(t.Text)
	matches := docnum.Find(t.Text)
	numbers := numberSpans(matches)
	var f model.Facts
	f.Dates = date.Find(t.Text, date.Context{Posted: t.Posted, Exclude: numbers})
	source := mention.Source{
		Text: t.Text, Folded: folded, BodyStart: t.BodyStart, Matches: matches,
		Dates: f.Dates, Place: t.Place, Publisher: t.Publisher, List: t.List,
	}
	if t.Document {
		head, place := headOf(t, f.Dates)
		source.Head = head
		if source.Place.Place == "" {
			source.Place = contextOf(place, source.Place.Province, t.Posted)
		}
	}
	f.Mentions = mention.Build(source)
	if source.Place.Place == "" {
		if place := mention.Place(f.Mentions); place != "" {
			source.Place = contextOf(place, source.Place.Province, t.Posted)
			f.Mentions = mention.Build(source)
		}
	}
	f.Relations = relation.Find(t.Text, folded, sentences, f.Mentions)
	f.Targets = target.Find(target.Source{
		Text: t.Text, Sentences: sentences, Dates: f.Dates, Exclude: numbers, Posted: t.Posted,
	})
	f.Assignments = assignment.Find(t.Text, folded, sentences, f.Dates)
	return f
}

// numberSpans are the digits and symbols of numbers, without their type words.
func numberSpans(matches []docnum.Match) []model.Span {
	spans := make([]model.Span, len(matches))
	for i, m := range matches {
		spans[i] = model.Span{Start: m.At, End: m.End}
	}
	return spans
}
