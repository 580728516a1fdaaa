package lookup

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// What agreement counts. A symbol or a year that contradicts weighs as much as
// one that agrees; a word of the issuer outweighs one of the place where the
// document is told of, and that one a word of the title.
const (
	symbolAgrees  = 40
	symbolPartly  = 20
	typeAgrees    = 20
	yearAgrees    = 24 // a type is mistaken sooner than a year
	yearInside    = 6  // the year stands in both numbers, or in neither
	dateAgrees    = 15
	wordOfIssuer  = 6
	wordOfPlace   = 4
	wordOfTitle   = 1
	maxTitleWords = 8
)

// weighing is a document with what agrees and what does not.
type weighing struct {
	document  model.Document
	mention   *store.MentionAt
	score     float64
	words     int      // that agree with issuer, place or title
	agrees    []string // nouns after "khớp số"
	notes     []string
	nearly    bool // the symbol is a letter off
	citations int
	differs   []string // what was typed and the document has otherwise
}

func (w *weighing) fits() bool { return len(w.differs) == 0 }

// weigh compares what was typed with the document itself.
func weigh(n query.Number, d model.Document) weighing {
	w := weighing{document: d}
	w.weighSymbol(n)
	w.weighType(n)
	w.weighYear(n)
	if count := covered(n.Words, d.Issuer); count > 0 {
		w.score += float64(wordOfIssuer * count)
		w.words += count
		w.agrees = append(w.agrees, "cơ quan ban hành")
	}
	return w
}

// weighType compares codes folded: whoever types without diacritics cannot
// tell HD from HĐ.
func (w *weighing) weighType(n query.Number) {
	code := w.document.Number.Type
	switch {
	case n.Type == "" || code == "":
	case docnum.FoldSymbol(code) == docnum.FoldSymbol(n.Type):
		w.score += typeAgrees
		w.agrees = append(w.agrees, "loại")
	default:
		w.score -= typeAgrees
		w.differs = append(w.differs, "khác loại ("+docnum.TypeName(code)+")")
	}
}

func (w *weighing) weighYear(n query.Number) {
	d := w.document
	if n.Inside == (d.Number.Year != 0) {
		w.score += yearInside
	}
	switch {
	case n.Year == 0:
	case d.Year == 0:
		w.notes = append(w.notes, "chưa rõ năm ban hành")
	case d.Year != n.Year:
		w.score -= yearAgrees
		w.differs = append(w.differs, "khác năm ("+strconv.Itoa(d.Year)+")")
	default:
		w.score += yearAgrees
		w.agrees = append(w.agrees, "năm")
		if d.Number.Year == 0 {
			w.notes = append(w.notes, "năm suy từ ngày ban hành")
		}
	}
	sameDay := n.Day != 0 && d.Issued.Day == n.Day && d.Issued.Month == n.Month
	if sameDay || !n.Date.IsZero() && d.Issued == n.Date {
		w.score += dateAgrees
		w.agrees = append(w.agrees, "ngày ban hành")
	}
}

// addPlace counts the words that the issuer does not tell but the place or the
// portal of the telling article do.
func (w *weighing) addPlace(words []string) {
	issuer := covered(words, w.document.Issuer)
	if place := covered(words, w.mention.Place+" "+w.mention.Portal); place > 0 && issuer == 0 {
		w.words += place
		w.score += float64(wordOfPlace * place)
		w.notes = append(w.notes, "nơi theo bài viết nhắc đến")
	}
}

func (w *weighing) addTitle(words []string) {
	title := min(covered(words, w.document.Title), maxTitleWords)
	w.words += title
	w.score += float64(wordOfTitle * title)
}

// reason tells why the document is listed: "khớp số và loại; năm suy từ ngày
// ban hành".
func (w *weighing) reason() string {
	parts := append([]string{"số"}, w.agrees...)
	text := "khớp " + parts[0]
	if last := len(parts) - 1; last > 0 {
		text = "khớp " + strings.Join(parts[:last], ", ") + " và " + parts[last]
	}
	return strings.Join(slices.Concat([]string{text}, w.differs, w.notes, w.standing()), "; ")
}

// standing tells who names a document that is not here.
func (w *weighing) standing() []string {
	switch {
	case w.document.Status != model.CitedOnly || w.citations == 0:
		return nil
	case w.citations >= store.MaxCitations:
		return []string{fmt.Sprintf("hơn %d bài viết nhắc đến", store.MaxCitations-1)}
	}
	return []string{fmt.Sprintf("%d bài viết nhắc đến", w.citations)}
}

// covered counts the words that stand in a text: next to each other as typed,
// or alone when one word was typed. Single syllables of a longer question say
// nothing, half of all names have a "long" in them.
func covered(words []string, text string) int {
	if len(words) == 0 || text == "" {
		return 0
	}
	slug := "-" + vietnamese.Slug(text) + "-"
	if len(words) == 1 {
		if strings.Contains(slug, "-"+words[0]+"-") {
			return 1
		}
		return 0
	}
	in := make([]bool, len(words))
	for i := range len(words) - 1 {
		if strings.Contains(slug, "-"+words[i]+"-"+words[i+1]+"-") {
			in[i], in[i+1] = true, true
		}
	}
	count := 0
	for _, ok := range in {
		if ok {
			count++
		}
	}
	return count
}
