// Package filter is the condition that a search puts on records: filters on
// fields and words that must, or must not, stand in them, joined by and, or
// and not. Package query makes conditions of what people type, a search engine
// answers them; neither knows the other.
package filter

// Field is a property of a record that can be filtered. Its value is the name
// of the parameter that pages and API share.
type Field string

// The fields. A record may have several values of each.
const (
	Type   Field = "type"   // code of the type of document: KH
	Issuer Field = "issuer" // name of the issuing body: UBND huyện Càng Long
	Level  Field = "level"  // of the issuing body; see Levels
	Place  Field = "place"  // administrative unit with those that hold it: huyện Càng Long, tỉnh Trà Vinh
	Year   Field = "year"   // of issue, or of the posting
	Day    Field = "day"    // of issue or posting, as the number 20220318
	Portal Field = "portal" // id
	Topic  Field = "topic"  // field of administration; data/rules/topics.txt
	File   Field = "file"   // "yes" when a file hangs on the page
	State  Field = "state"  // held, listed or cited: model.Status of the document
)

// WithFile is the value of File; there is no other.
const WithFile = "yes"

// Facets are the fields of which values are counted, in the order of pages.
func Facets() []Field {
	return []Field{Type, Issuer, Level, Place, Year, Topic, Portal, File, State}
}

// Levels are the values of Level, from the centre down.
func Levels() []string { return []string{"trung-uong", "tinh", "huyen", "xa"} }

// Op tells what an expression says of a record.
type Op string

// The operations.
const (
	And    Op = "and"    // all of Of hold
	Or     Op = "or"     // one of Of holds
	Not    Op = "not"    // the one in Of does not hold
	Words  Op = "words"  // all syllables of Text stand in the record, accents aside
	Phrase Op = "phrase" // they stand side by side
	Is     Op = "is"     // Field has a value that Value names; see Expr
	In     Op = "in"     // Field (Year, Day) has a value from From to To
)

// Expr is a condition. Value names a value of a field when it is that value;
// where no record has it, when both are the same folded (ubnd huyen cang long);
// and where none is, when its syllables stand in that value side by side
// (nơi:"Càng Long" is huyện Càng Long, tỉnh Trà Vinh).
type Expr struct {
	Op    Op     `json:"op"`
	Of    []Expr `json:"of,omitempty"`
	Text  string `json:"text,omitempty"`
	Field Field  `json:"field,omitempty"`
	Value string `json:"value,omitempty"`
	From  int    `json:"from,omitempty"` // 0: open
	To    int    `json:"to,omitempty"`   // 0: open
}

// All joins conditions that must all hold; nil ones say nothing. It is nil
// when there are none.
func All(exprs ...*Expr) *Expr {
	var of []Expr
	for _, e := range exprs {
		switch {
		case e == nil:
		case e.Op == And:
			of = append(of, e.Of...)
		default:
			of = append(of, *e)
		}
	}
	switch len(of) {
	case 0:
		return nil
	case 1:
		return &of[0]
	}
	return &Expr{Op: And, Of: of}
}

// Without returns the condition less what it says, at its top, of a field: a
// facet is counted under every filter but its own. It is nil when nothing is
// left, and e itself when e does not speak of the field.
func (e *Expr) Without(f Field) *Expr {
	if e == nil || e.only(f) {
		return nil
	}
	if e.Op != And {
		return e
	}
	var kept []*Expr
	for i := range e.Of {
		if !e.Of[i].only(f) {
			kept = append(kept, &e.Of[i])
		}
	}
	if len(kept) == len(e.Of) {
		return e
	}
	return All(kept...)
}

// only tells whether a condition speaks of one field alone and requires it.
func (e *Expr) only(f Field) bool {
	switch e.Op {
	case Is, In:
		return e.Field == f
	case Or:
		for i := range e.Of {
			if !e.Of[i].only(f) {
				return false
			}
		}
		return len(e.Of) > 0
	}
	return false
}
