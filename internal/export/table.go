package export

import (
	"iter"
	"time"

	"tracuu/internal/model"
)

// Kind is what the cells of a column hold, and with which Go type a row gives
// them. A nil cell, and the zero value of every kind but the numbers, is empty.
type Kind int

// The kinds of column.
const (
	Text    Kind = iota // string
	Integer             // int or int64
	Number              // float64 or *float64; what is no number (NaN, ±Inf) is empty
	Date                // model.Date
	Time                // time.Time
	Link                // string, an address
)

// Column is a column of a table.
type Column struct {
	Name string // in programs: lower-case English, unique in its table
	Head string // for people, Vietnamese
	Kind Kind
}

// Head is what is known of a table before its rows.
type Head struct {
	Title    string // what the rows are, Vietnamese: Chỉ tiêu
	Columns  []Column
	Question string   // parameters that give the same rows again: unit=%25&year=2019
	Filters  []string // the same in words for people, one each
	Time     time.Time
	Coverage []Holding
}

// Holding is what was held of a portal when the table was made: what its rows,
// and the lack of rows, rest on.
type Holding struct {
	Portal   string    `json:"portal"`
	Name     string    `json:"name"`
	Articles int       `json:"articles"`
	From     int       `json:"from,omitempty"` // years of posted days
	To       int       `json:"to,omitempty"`
	First    time.Time `json:"first,omitzero"` // captures
	Last     time.Time `json:"last,omitzero"`
}

// Table is a head with its rows; a row has a cell for each column. An error in
// place of a row is the last that comes.
type Table struct {
	Head
	Rows iter.Seq2[[]any, error]
}

// day is a day as its midnight in UTC, which file formats count from.
func day(d model.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}
