package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode/utf8"

	"tracuu/internal/store"
)

// around is how many bytes of text are given on each side of a mention.
const around = 600

// citing counts the articles that cite document d. A row of a register
// announces, so it is not among them.
const citing = `(SELECT COUNT(DISTINCT m.article_id) FROM names n JOIN mentions m ON m.name_id = n.id
	WHERE n.document_id = d.id AND m.role = 'cited')`

// cited is true when an article cites document d; %s may narrow it down.
const cited = `EXISTS (SELECT 1 FROM names n JOIN mentions m ON m.name_id = n.id%s WHERE n.document_id = d.id AND m.role = 'cited'%s)`

// missingDate is the day of issue, or of a year alone the day before its first.
const missingDate = `CASE WHEN d.issued <> '' THEN d.issued WHEN d.year > 0 THEN printf('%04d', d.year) ELSE '' END`

func missingConditions(f store.MissingFilter) *conditions {
	c := &conditions{}
	c.add("d.status IN ('cited', 'listed')")
	c.is("d.type", f.Type)
	c.years("d.year", f.Year)
	if f.Portal == "" {
		c.add(fmt.Sprintf(cited, "", ""))
	} else {
		c.add(fmt.Sprintf(cited, " JOIN articles a ON a.id = m.article_id", " AND a.portal = ?"), f.Portal)
	}
	// The issuer is part of a document's names, folded: ubnd-huyen-cang-long.
	for _, phrases := range f.Issuer {
		var either []string
		var args []any
		for _, p := range phrases {
			either = append(either, "instr('-' || n.issuer_key || '-', ?) > 0")
			args = append(args, "-"+strings.ReplaceAll(p, " ", "-")+"-")
		}
		c.add("EXISTS (SELECT 1 FROM names n WHERE n.document_id = d.id AND n.owns = 1 AND ("+strings.Join(either, " OR ")+"))", args...)
	}
	if f.Least > 1 {
		c.add(citing+" >= ?", f.Least)
	}
	return c
}

func missingSorting(p store.Page) (sorting, error) {
	switch p.Order {
	case store.ByCiting:
		return sorting{key: citing, desc: p.Desc, numeric: true}, nil
	case store.ByIssued:
		key := missingDate
		if !p.Desc {
			key = "CASE WHEN d.issued = '' AND d.year = 0 THEN '~' ELSE " + missingDate + " END"
		}
		return sorting{key: key, desc: p.Desc}, nil
	case store.ByDue, store.ByValue:
	}
	return sorting{}, fmt.Errorf("missing documents cannot be ordered by %q", p.Order)
}

// Missing implements store.Lister.
func (s *Store) Missing(ctx context.Context, f store.MissingFilter, p store.Page) ([]store.MissingDocument, error) {
	c := missingConditions(f)
	order, err := missingSorting(p)
	if err != nil {
		return nil, err
	}
	// The key is named first: counting twice would cost twice.
	outer := &conditions{}
	outer.add("1")
	keyed := sorting{key: "d.key", desc: order.desc, numeric: order.numeric}
	if err := keyed.behind(outer, p.After, "d.id", "0"); err != nil {
		return nil, err
	}
	query := `WITH d AS (SELECT * FROM (SELECT d.*, ` + order.key + ` AS key FROM documents d WHERE ` + c.String() + `) d
			WHERE ` + outer.String() + order.order("d.id") + ` LIMIT ?)
		SELECT ` + documentColumns + `, d.key, ` + citing + `, ` + mentionAtColumns + `, a.published,
			(SELECT MAX(c.taken_at) FROM article_captures ac JOIN captures c ON c.id = ac.capture_id WHERE ac.article_id = a.id),
			MAX(0, m.span_start - ?), substr(CAST(a.body AS BLOB), MAX(0, m.span_start - ?) + 1, m.span_end - m.span_start + ?)
		FROM d ` + `JOIN mentions m ON m.rowid = (SELECT m.rowid FROM names n JOIN mentions m ON m.name_id = n.id
			WHERE n.document_id = d.id AND m.role = 'cited' ORDER BY m.tell LIMIT 1)
		JOIN articles a ON a.id = m.article_id JOIN names n ON n.id = m.name_id` + order.order("d.id")
	args := append(append(c.args, outer.args...), p.Limit, around, around, 2*around)
	rows, err := list(ctx, s.read, func(r scanner) (store.MissingDocument, error) { return scanMissing(r, order) }, query, args...)
	if err != nil {
		return nil, fmt.Errorf("list of missing documents: %w", err)
	}
	return rows, nil
}

func scanMissing(r scanner, order sorting) (store.MissingDocument, error) {
	var d store.MissingDocument
	var m named
	var key any
	var captured sql.NullInt64
	var from int
	var text []byte
	fields := append(documentFields(&d.Document), &key, &d.Citing)
	fields = append(append(fields, m.fields()...), day{&d.Published}, &captured, &from, &text)
	if err := r.Scan(fields...); err != nil {
		return d, err
	}
	d.Mention = m.MentionAt
	d.Mention.DocumentID = m.name.DocumentID
	d.Captured = instant(captured.Int64)
	d.Around, d.Span = string(text), m.Span
	for len(d.Around) > 0 && !utf8.RuneStart(d.Around[0]) {
		d.Around, from = d.Around[1:], from+1
	}
	d.Span.Start, d.Span.End = d.Span.Start-from, d.Span.End-from
	for last, size := utf8.DecodeLastRuneInString(d.Around); last == utf8.RuneError && size == 1; {
		d.Around = d.Around[:len(d.Around)-1]
		last, size = utf8.DecodeLastRuneInString(d.Around)
	}
	d.Position = order.position(key, d.ID, 0)
	return d, nil
}

// CountMissing implements store.Lister.
func (s *Store) CountMissing(ctx context.Context, f store.MissingFilter) (n int, err error) {
	c := missingConditions(f)
	err = s.read.QueryRowContext(ctx, "SELECT COUNT(*) FROM documents d WHERE "+c.String(), c.args...).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("number of missing documents: %w", wrap(err))
	}
	return n, nil
}
