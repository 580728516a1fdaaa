package model

// Span is a half-open range [Start, End) of bytes of Article.Text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Evidence tells where a fact stands and how it was understood.
type Evidence struct {
	Quote string `json:"quote"` // Article.Text[Start:End], word for word
	Span
	Rule       string  `json:"rule"`       // id of the rule that saw it
	Confidence float64 `json:"confidence"` // 0 to 1, given by the rule
}

// DateFact is a day or a period that the text names. A day has From = To.
type DateFact struct {
	Evidence
	From Date `json:"from"`
	To   Date `json:"to"`
}

// Role tells whether an article presents a document or only refers to it.
type Role string

// The two roles of a mention.
const (
	Announced Role = "announced"
	Cited     Role = "cited"
)

// DocNumber is the number of an official document as its parts.
//
// Canonical has no leading zeros, no spaces, Đ for every look-alike, official
// case and separators in official order: 52/KH-UBND, 15/2020/NĐ-CP, 68-KH/HU,
// 45/2019/QH14. It is empty for a bare mention ("Chỉ thị số 15"), which has a
// type and a number only.
type DocNumber struct {
	Type      string `json:"type,omitempty"` // code: KH, CT, NQ, QĐ, CV …; empty when not stated
	No        string `json:"no"`             // without leading zeros, may end in a letter: "1a"
	Year      int    `json:"year,omitempty"` // only when the year is part of the number
	Symbol    string `json:"symbol,omitempty"`
	Canonical string `json:"canonical,omitempty"`
}

// Mention is a place in an article that names a document.
type Mention struct {
	Evidence
	Number DocNumber `json:"number"`
	Issued Date      `json:"issued"` // stated for this mention
	// Issuer is completed by symbol, words and place, in the one form that the
	// document's identity uses; empty when it is not certain.
	Issuer      string `json:"issuer,omitempty"`
	IssuerWords string `json:"issuer_words,omitempty"` // as printed beside this mention
	Role        Role   `json:"role"`
}

// RelationType says what one document does to another.
type RelationType string

// The kinds of relation, named from the later document to the earlier one.
const (
	Implements RelationType = "implements" // thực hiện, triển khai
	BasedOn    RelationType = "based_on"   // căn cứ
	Amends     RelationType = "amends"     // sửa đổi, bổ sung
	Replaces   RelationType = "replaces"   // thay thế
	Repeals    RelationType = "repeals"    // bãi bỏ
	Guides     RelationType = "guides"     // hướng dẫn
	Extends    RelationType = "extends"    // gia hạn, kéo dài thời gian thực hiện
	Corrects   RelationType = "corrects"   // đính chính
)

// Page is the value of Relation.From when the relation starts at the page
// itself: the document it announces, or the article when it announces none.
const Page = -1

// Relation joins two mentions of one article. From and To are indexes into
// Facts.Mentions; From may be Page. The evidence is the sentence.
type Relation struct {
	Evidence
	Type RelationType `json:"type"`
	From int          `json:"from"`
	To   int          `json:"to"`
}

// Operator relates an indicator to its value.
type Operator string

// The operators of a target. Qualitative targets have no number.
const (
	AtLeast     Operator = ">="
	AtMost      Operator = "<="
	MoreThan    Operator = ">"
	LessThan    Operator = "<"
	Equal       Operator = "="
	Range       Operator = "range"
	Qualitative Operator = "qual"
)

// Target is a goal to be reached. Value is nil for a qualitative one, ValueTo
// is set for a range only. Due is ISO: a year, a month or a day.
//
// Family joins indicators that are printed in different words; Value × Factor is
// in the base of Quantity, so that "1,5 tỷ đồng" and "1.500 triệu đồng" compare.
// Place and Group say for whom the goal is set, when its clause does.
type Target struct {
	Evidence
	Indicator string   `json:"indicator"`        // as printed
	Family    string   `json:"family,omitempty"` // id in data/rules/indicators.txt
	Op        Operator `json:"op"`
	Value     *float64 `json:"value"`
	ValueTo   *float64 `json:"value_to"`
	Unit      string   `json:"unit,omitempty"`     // as printed: %, tỷ đồng, xã
	Quantity  string   `json:"quantity,omitempty"` // what the unit measures: share, VND, commune
	Factor    float64  `json:"factor,omitempty"`   // of the printed unit to the quantity's base
	Due       string   `json:"due,omitempty"`
	Place     string   `json:"place,omitempty"` // as printed
	Group     string   `json:"group,omitempty"` // as printed
}

// Assignment is a task that a document gives to an agency. Agency and Partners
// are as printed; Due is zero when no deadline with a year is stated.
type Assignment struct {
	Evidence
	Agency   string   `json:"agency"`
	Task     string   `json:"task"`
	Partners []string `json:"partners,omitempty"` // who works with the agency ("phối hợp với …")
	Due      Date     `json:"due"`
}

// Facts is all that was understood of one text.
type Facts struct {
	Mentions    []Mention    `json:"mentions"`
	Dates       []DateFact   `json:"dates"`
	Targets     []Target     `json:"targets"`
	Relations   []Relation   `json:"relations"`
	Assignments []Assignment `json:"assignments"`
}
