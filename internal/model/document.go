package model

// Status tells whether we hold a document or have only seen it listed or cited.
type Status string

// The states of a document.
const (
	Held      Status = "held"   // an article announces it, or its text is here
	Listed    Status = "listed" // a register has it; no article announces it
	CitedOnly Status = "cited"  // other texts name it
)

// Document is an official document. Its identity is number + year + symbol +
// issuer (the type too, when there is no symbol): 52/KH-UBND of two districts
// or of two years are two documents. ID is the key that says so.
type Document struct {
	ID     string    `json:"id"`
	Number DocNumber `json:"number"`
	Year   int       `json:"year,omitempty"` // of the number, else of the issue date
	Issuer string    `json:"issuer,omitempty"`
	Issued Date      `json:"issued"`
	Title  string    `json:"title,omitempty"` // of the article that tells of it best
	Status Status    `json:"status"`
}

// Change is one step of the store's sequence: the thing at (Kind, ID) was
// written or deleted at Seq. A thing appears once, at its latest step.
type Change struct {
	Seq     int64      `json:"seq"`
	Kind    ChangeKind `json:"kind"`
	ID      string     `json:"id"`
	Deleted bool       `json:"deleted,omitempty"`
}

// ChangeKind names what changed.
type ChangeKind string

// The things whose changes are followed.
const (
	ArticleChanged  ChangeKind = "article"
	DocumentChanged ChangeKind = "document"
)
