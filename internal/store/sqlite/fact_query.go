package sqlite

import (
	"fmt"
	"strconv"
	"strings"

	"tracuu/internal/store"
)

// conditions are joined by AND.
type conditions struct {
	where []string
	args  []any
}

func (c *conditions) add(sql string, args ...any) {
	c.where = append(c.where, sql)
	c.args = append(c.args, args...)
}

// is adds an equality unless value is empty.
func (c *conditions) is(column, value string) {
	if value != "" {
		c.add(column+" = ?", value)
	}
}

// words asks for one phrase of each group in a column of spaced words.
func (c *conditions) words(column string, groups []store.Phrases) {
	for _, phrases := range groups {
		var either []string
		for _, p := range phrases {
			either = append(either, "instr("+column+", ?) > 0")
			c.args = append(c.args, " "+p+" ")
		}
		if len(either) > 0 {
			c.where = append(c.where, "("+strings.Join(either, " OR ")+")")
		}
	}
}

// days asks for a day in a range; a day that is not known is in none.
func (c *conditions) days(column string, r store.Days) {
	if !r.From.IsZero() {
		c.add(column+" >= ?", r.From.String())
	}
	if !r.To.IsZero() {
		c.add(column+" <> '' AND "+column+" <= ?", r.To.String())
	}
}

func (c *conditions) years(column string, r store.Years) {
	if r.From != 0 {
		c.add(column+" >= ?", r.From)
	}
	if r.To != 0 {
		c.add(column+" <> 0 AND "+column+" <= ?", r.To)
	}
}

func (c *conditions) amounts(a store.Amounts) {
	if a.From != nil {
		c.add("k.high "+strictly(">", a.FromStrict)+" ?", *a.From)
	}
	if a.To != nil {
		c.add("k.low "+strictly("<", a.ToStrict)+" ?", *a.To)
	}
}

func strictly(op string, strict bool) string {
	if strict {
		return op
	}
	return op + "="
}

// String is the conditions as SQL.
func (c *conditions) String() string { return strings.Join(c.where, " AND ") }

// factConditions selects rows k of fact_keys.
func factConditions(kind string, f store.FactFilter) *conditions {
	c := &conditions{}
	c.add("k.kind = ?", kind)
	c.is("k.portal", f.Portal)
	if f.Document != "" {
		c.add("k.name_id IN (SELECT id FROM names WHERE document_id = ?)", f.Document)
	}
	c.days("k.due", f.Due)
	c.days("k.issued", f.Issued)
	c.words("k.words", f.Words)
	c.words("k.place", f.Place)
	c.words("k.issuer", f.Issuer)
	return c
}

func targetConditions(f store.TargetFilter) *conditions {
	c := factConditions(targetFact, f.FactFilter)
	c.is("k.unit", f.Unit)
	c.is("k.family", f.Family)
	c.amounts(f.Amount)
	c.years("k.year", f.Year)
	return c
}

// sorting is an order in SQL. What is not known is the last in both directions.
type sorting struct {
	key     string // expression
	desc    bool
	numeric bool
}

// factSorting is the order of rows k of fact_keys.
func factSorting(p store.Page) (sorting, error) {
	column, numeric := "", false
	switch p.Order {
	case store.ByIssued:
		column = "k.issued"
	case store.ByDue:
		column = "k.due"
	case store.ByValue:
		column, numeric = "k.low", true
	case store.ByCiting:
	}
	if column == "" {
		return sorting{}, fmt.Errorf("facts cannot be ordered by %q", p.Order)
	}
	key := column // an unknown day is empty, the least of all
	switch {
	case numeric && p.Desc:
		key = "COALESCE(k.low, -9e999)"
	case numeric:
		key = "COALESCE(k.low, 9e999)"
	case !p.Desc:
		key = "CASE " + column + " WHEN '' THEN '~' ELSE " + column + " END"
	}
	return sorting{key, p.Desc, numeric}, nil
}

// behind asks for what stands behind a position. id and pos are expressions
// that part rows with the same key.
func (s sorting) behind(c *conditions, at *store.Position, id, pos string) error {
	if at == nil {
		return nil
	}
	var key any = at.Key
	if s.numeric {
		n, err := strconv.ParseFloat(at.Key, 64)
		if err != nil {
			return fmt.Errorf("%w: key %q is no number", store.ErrPosition, at.Key)
		}
		key = n
	}
	op := ">"
	if s.desc {
		op = "<"
	}
	// The first half lets an index begin at the key.
	c.add(fmt.Sprintf("%s %s= ? AND (%s <> ? OR (%s, %s) > (?, ?))", s.key, op, s.key, id, pos), key, key, at.ID, at.Pos)
	return nil
}

// order is the ORDER BY of the sorting, over a column named key, and what parts
// rows with the same key.
func (s sorting) order(then string) string {
	direction := ""
	if s.desc {
		direction = " DESC"
	}
	return " ORDER BY key" + direction + ", " + then
}

// position reads the key of a row back.
func (s sorting) position(key any, id string, pos int) store.Position {
	text := ""
	switch k := key.(type) {
	case string:
		text = k
	case float64:
		text = strconv.FormatFloat(k, 'g', -1, 64)
	case int64:
		text = strconv.FormatInt(k, 10)
	}
	return store.Position{Key: text, ID: id, Pos: pos}
}

// of names the table of each column of a list.
func of(table, columns string) string {
	return table + "." + strings.ReplaceAll(columns, ", ", ", "+table+".")
}
