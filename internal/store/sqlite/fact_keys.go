package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store/identity"
	"tracuu/internal/vietnamese"
)

// The kinds of fact in fact_keys.
const (
	targetFact     = "target"
	assignmentFact = "assignment"
)

// factKey is a row of fact_keys; the fields are told in the migration.
type factKey struct {
	kind         string
	pos, series  int
	words        string
	family, unit string
	low, high    *float64
	due          model.Date
	place        string
}

// telling is what an article says of all its facts.
type telling struct {
	issued, posted model.Date
	nameID         int64
	issuer, portal string
}

// writeKeys replaces the keys of an article's facts. names are those of its
// mentions.
func (t *tx) writeKeys(ctx context.Context, a *model.Article, names []identity.Name) error {
	for _, kind := range []string{targetFact, assignmentFact} {
		if _, err := t.exec(ctx, "DELETE FROM fact_keys WHERE kind = ? AND article_id = ?", kind, a.ID); err != nil {
			return fmt.Errorf("old keys of facts: %w", err)
		}
	}
	if len(a.Targets)+len(a.Assignments) == 0 {
		return nil
	}
	told, err := t.tellingOf(ctx, a, names)
	if err != nil {
		return err
	}
	for _, k := range append(targetKeys(a), assignmentKeys(a)...) {
		year := k.due.Year
		if year == 0 {
			year = told.issued.Year
		}
		_, err := t.exec(ctx, `INSERT INTO fact_keys (kind, article_id, pos, series, words, family, unit, low, high, due, year, issued,
			posted, name_id, issuer, place, portal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			k.kind, a.ID, k.pos, k.series, k.words, k.family, k.unit, k.low, k.high, k.due.String(), year, told.issued.String(),
			told.posted.String(), told.nameID, told.issuer, spaced(a.Place+" "+k.place), told.portal)
		if err != nil {
			return fmt.Errorf("key of %s %d: %w", k.kind, k.pos, err)
		}
	}
	return nil
}

func targetKeys(a *model.Article) []factKey {
	series := seriesOf(a)
	keys := make([]factKey, len(a.Targets))
	for i, g := range a.Targets {
		high := g.ValueTo
		if high == nil {
			high = g.Value
		}
		keys[i] = factKey{
			kind: targetFact, pos: i, series: series[i], words: spaced(g.Indicator + " " + g.Group), family: g.Family,
			unit: vietnamese.Fold(strings.TrimSpace(g.Unit)), low: g.Value, high: high, due: lastDay(g.Due), place: g.Place,
		}
	}
	return keys
}

func assignmentKeys(a *model.Article) []factKey {
	keys := make([]factKey, len(a.Assignments))
	for i, g := range a.Assignments {
		keys[i] = factKey{kind: assignmentFact, pos: i, series: i, words: spaced(g.Agency), due: g.Due}
	}
	return keys
}

// seriesOf gives, for each target, the first one of the same sentence with the
// same indicator and unit.
func seriesOf(a *model.Article) []int {
	series := make([]int, len(a.Targets))
	var sentences []model.Span
	if len(a.Targets) > 1 {
		sentences = vietnamese.Sentences(a.Text)
	}
	// sentence is the one that a target begins in, as far as any is known.
	sentence := func(g model.Target) int {
		at, _ := slices.BinarySearchFunc(sentences, g.Start, func(s model.Span, start int) int { return cmp.Compare(s.Start, start+1) })
		return at
	}
	for i, g := range a.Targets {
		series[i] = i
		if i == 0 {
			continue
		}
		if b := a.Targets[i-1]; b.Indicator == g.Indicator && b.Unit == g.Unit && sentence(b) == sentence(g) {
			series[i] = series[i-1]
		}
	}
	return series
}

// spaced is text as words are looked for in it: folded, with a blank on both
// sides of each word.
func spaced(text string) string {
	words := strings.FieldsFunc(vietnamese.Fold(text), func(r rune) bool {
		return r < 0x80 && !vietnamese.WordByte(byte(r))
	})
	return " " + strings.Join(words, " ") + " "
}

// lastDay is the last day of a due time: of a year, a month or the day itself.
// What is none of them gives the zero Date.
func lastDay(due string) model.Date {
	for layout, next := range map[string]func(time.Time) time.Time{
		"2006":        func(t time.Time) time.Time { return t.AddDate(1, 0, -1) },
		"2006-01":     func(t time.Time) time.Time { return t.AddDate(0, 1, -1) },
		time.DateOnly: func(t time.Time) time.Time { return t },
	} {
		if t, err := time.Parse(layout, due); err == nil {
			return model.DateOf(next(t))
		}
	}
	return model.Date{}
}

// tellingOf reads the document that the article announces, when that is one,
// and where the article stands; a file stands where it is linked.
func (t *tx) tellingOf(ctx context.Context, a *model.Article, names []identity.Name) (telling, error) {
	told := telling{posted: a.Published, issuer: a.Issuer, portal: a.Portal}
	if a.Kind == model.KindFile {
		err := t.QueryRowContext(ctx, `SELECT p.portal, p.published FROM attachments f JOIN articles p ON p.id = f.article_id
			WHERE f.url = ? ORDER BY p.id LIMIT 1`, a.URL).Scan(&told.portal, day{&told.posted})
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return told, fmt.Errorf("page that links %s: %w", a.URL, err)
		}
	}
	told.issued = told.posted
	first := slices.IndexFunc(a.Mentions, func(m model.Mention) bool { return m.Role == model.Announced })
	if first >= 0 && !announcesOthers(a, a.Mentions[first].Number) {
		m := a.Mentions[first]
		told.nameID = names[first].ID
		told.issuer = cmp.Or(m.Issuer, a.Issuer)
		if !m.Issued.IsZero() {
			told.issued = m.Issued
		}
	}
	told.issuer = spaced(told.issuer)
	return told, nil
}

func announcesOthers(a *model.Article, n model.DocNumber) bool {
	return slices.ContainsFunc(a.Mentions, func(m model.Mention) bool {
		return m.Role == model.Announced && (m.Number.No != n.No || m.Number.Canonical != n.Canonical)
	})
}
