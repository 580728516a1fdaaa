package evaluate

import "regexp"

// The source of an article of the legal code begins with the article and the
// document that it comes from, sometimes inside markup: "Điều 5 Nghị định số …".
// Later words may name laws that the document only guides.
var (
	documentKind = regexp.MustCompile(`Bộ luật|Luật|Pháp lệnh|Nghị định|Thông tư|Quyết định|Nghị quyết|Chỉ thị|Sắc lệnh`)
	lawKind      = regexp.MustCompile(`^(?:Bộ luật|Luật|Pháp lệnh)$`)
)

// OfALaw tells whether the source of a record names a law, a code or an
// ordinance first. Such records are no distractors for questions on laws: they
// may hold the very article that is asked for, under another id.
func (r Record) OfALaw() bool {
	return lawKind.MatchString(documentKind.FindString(r.Source))
}
