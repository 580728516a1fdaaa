package register

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// field is what a column holds, a word of data/rules/registers.txt.
type field string

const (
	fieldNumber   field = "number"
	fieldNo       field = "no" // of a number whose symbol has a column of its own
	fieldSymbol   field = "symbol"
	fieldIssued   field = "issued"
	fieldAbstract field = "abstract"
	fieldAgency   field = "agency"
	fieldType     field = "type"
	fieldLink     field = "link"
)

// columns are the columns of one register by what they hold.
type columns struct {
	heads []string      // for people; "" where the head row has none
	at    map[field]int // first column of each kind
}

// columnName is one name of the rule file.
type columnName struct {
	field field
	label string // of the field, for people
	slug  string
}

// columnNames are the names, the longest first.
var columnNames = sync.OnceValues(func() ([]columnName, error) {
	rows, err := data.Table("registers.txt", 3)
	if err != nil {
		return nil, err
	}
	var all []columnName
	for _, row := range rows {
		for name := range strings.SplitSeq(row[2], ";") {
			all = append(all, columnName{field(row[0]), row[1], vietnamese.Slug(name)})
		}
	}
	slices.SortStableFunc(all, func(a, b columnName) int { return len(b.slug) - len(a.slug) })
	return all, nil
})

// readColumns reads a head row; ok is false when the row is none: it names no
// number, or nothing beside it.
func readColumns(cells []string) (c columns, ok bool, err error) {
	names, err := columnNames()
	if err != nil {
		return columns{}, false, fmt.Errorf("tên cột của sổ đăng ký: %w", err)
	}
	c = columns{heads: make([]string, len(cells)), at: map[field]int{}}
	for i, cell := range cells {
		c.heads[i] = oneLine(cell)
		name, found := nameOf(vietnamese.Slug(c.heads[i]), names)
		if _, taken := c.at[name.field]; found && !taken {
			c.at[name.field], c.heads[i] = i, name.label
		}
	}
	_, number := c.at[fieldNumber]
	_, no := c.at[fieldNo]
	_, symbol := c.at[fieldSymbol]
	return c, (number || no && symbol) && len(c.at) > 1, nil
}

// nameOf tells what a head names: a whole name, else the longest one of two
// syllables and more that stands in it.
func nameOf(slug string, names []columnName) (columnName, bool) {
	for _, n := range names {
		if n.slug == slug {
			return n, true
		}
	}
	for _, n := range names {
		if strings.Contains(n.slug, "-") && strings.Contains("-"+slug+"-", "-"+n.slug+"-") {
			return n, true
		}
	}
	return columnName{}, false
}

// cell gives the cell of a field, cleaned; "" when the row has none.
func (c columns) cell(cells []string, f field) string {
	i, ok := c.at[f]
	if !ok || i >= len(cells) {
		return ""
	}
	return oneLine(cells[i])
}

// oneLine cleans a cell: NFC, no invisible characters, blanks joined.
func oneLine(cell string) string { return strings.Join(strings.Fields(vietnamese.Clean(cell)), " ") }
