package sqlite

import (
	"context"
	"fmt"
	"slices"

	"tracuu/internal/model"
	"tracuu/internal/store/identity"
)

const mentionColumns = `m.span_start, m.span_end, m.quote, m.rule, m.confidence,
	m.type, m.no, m.number_year, m.symbol, m.canonical, m.issued, m.issuer, m.issuer_words, m.role`

func mentionFields(m *model.Mention) []any {
	return append(evidenceFields(&m.Evidence), &m.Number.Type, &m.Number.No, &m.Number.Year, &m.Number.Symbol,
		&m.Number.Canonical, day{&m.Issued}, &m.Issuer, &m.IssuerWords, &m.Role)
}

// writeFacts replaces an article's facts and settles the documents that its
// old and new mentions name.
func (t *tx) writeFacts(ctx context.Context, a *model.Article) error {
	if err := t.writePlainFacts(ctx, a); err != nil {
		return err
	}
	was, err := t.namesOf(ctx, a.ID)
	if err != nil {
		return fmt.Errorf("old mentions: %w", err)
	}
	for _, table := range []string{"relations", "mentions"} {
		if _, err := t.exec(ctx, "DELETE FROM "+table+" WHERE article_id = ?", a.ID); err != nil {
			return fmt.Errorf("old %s: %w", table, err)
		}
	}
	names := identity.InContext(a)
	tells := identity.Tells(a)
	for i, m := range a.Mentions {
		if names[i], err = t.storeName(ctx, names[i]); err != nil {
			return fmt.Errorf("name of %q: %w", m.Quote, err)
		}
		if err := t.insertMention(ctx, a.ID, i, m, names[i].ID, tells[i]); err != nil {
			return fmt.Errorf("mention %q: %w", m.Quote, err)
		}
	}
	if err := t.writeRelations(ctx, a); err != nil {
		return err
	}
	if err := t.writeKeys(ctx, a, names); err != nil {
		return err
	}
	return t.settle(ctx, was, names)
}

func (t *tx) insertMention(ctx context.Context, articleID string, pos int, m model.Mention, nameID int64, tell string) error {
	return t.insertFact(ctx, `INSERT INTO mentions (`+evidenceColumns+`, article_id, pos, name_id, tell,
			type, no, number_year, symbol, canonical, issued, issuer, issuer_words, role)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, m.Evidence, articleID, pos, nameID, tell,
		m.Number.Type, m.Number.No, m.Number.Year, m.Number.Symbol, m.Number.Canonical, m.Issued.String(), m.Issuer, m.IssuerWords, m.Role)
}

func (t *tx) writeRelations(ctx context.Context, a *model.Article) error {
	announced := slices.IndexFunc(a.Mentions, func(m model.Mention) bool { return m.Role == model.Announced })
	for i, r := range a.Relations {
		subject := r.From
		if subject == model.Page {
			subject = announced
		}
		err := t.insertFact(ctx, `INSERT INTO relations (`+evidenceColumns+`, article_id, pos, type, from_pos, to_pos, subject_pos)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, r.Evidence, a.ID, i, r.Type, r.From, r.To, subject)
		if err != nil {
			return fmt.Errorf("relation %d: %w", i, err)
		}
	}
	return nil
}
