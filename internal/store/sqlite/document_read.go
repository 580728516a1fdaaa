package sqlite

import (
	"context"
	"fmt"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/store/identity"
)

// Document implements store.Reader.
func (s *Store) Document(ctx context.Context, id string) (model.Document, error) {
	d, err := scanDocument(s.read.QueryRowContext(ctx, "SELECT "+documentColumns+" FROM documents d WHERE d.id = ?", id))
	if err != nil {
		return model.Document{}, fmt.Errorf("document %s: %w", id, wrap(err))
	}
	return d, nil
}

// Bounds of lists, for a law that half of the portals cite.
const (
	maxDocuments = 200
	maxMentions  = 1000
)

// FindDocuments implements store.Reader: held ones first, then the newest.
func (s *Store) FindDocuments(ctx context.Context, f store.NumberFilter) ([]model.Document, error) {
	limit := f.Limit
	if limit <= 0 {
		limit = maxDocuments
	}
	where, args := []string{"d.no = ?"}, []any{f.No}
	if f.Year != 0 {
		where, args = append(where, "d.year IN (0, ?)"), append(args, f.Year)
	}
	if f.Type != "" {
		where, args = append(where, "d.type IN ('', ?)"), append(args, f.Type)
	}
	if symbol := docnum.FoldSymbol(f.Symbol); symbol != "" {
		where, args = append(where, "d.symbol_fold = ?"), append(args, symbol)
	}
	if f.Issuer != "" { // the id ends with the slug of the issuer
		where, args = append(where, "instr('-' || replace(d.id, '.', '-') || '-', ?) > 0"), append(args, "-"+f.Issuer+"-")
	}
	return list(ctx, s.read, scanDocument, "SELECT "+documentColumns+" FROM documents d WHERE "+strings.Join(where, " AND ")+
		" ORDER BY d.status DESC, d.year DESC, d.id LIMIT ?", append(args, limit)...)
}

const mentionAtColumns = mentionColumns + `, m.article_id, a.title, a.url, a.portal, a.place, ` + nameColumns

const mentionAtTables = ` FROM mentions m JOIN articles a ON a.id = m.article_id JOIN names n ON n.id = m.name_id `

// named is a mention with its name, from which candidates are told.
type named struct {
	store.MentionAt
	name identity.Name
}

func (m *named) fields() []any {
	n := &m.name
	return append(mentionFields(&m.Mention), &m.ArticleID, &m.ArticleTitle, &m.ArticleURL, &m.Portal, &m.Place,
		&n.ID, &n.Group, &n.Number.Type, &n.Number.No, &n.Number.Year, &n.Number.Symbol, &n.Number.Canonical,
		&n.Year, &n.Issuer, &n.Latest, &n.DocumentID, &n.Owns)
}

func scanNamed(r scanner) (named, error) {
	var m named
	err := r.Scan(m.fields()...)
	m.DocumentID = m.name.DocumentID
	return m, err
}

func scanMentionAt(r scanner) (store.MentionAt, error) {
	m, err := scanNamed(r)
	return m.MentionAt, err
}

// DocumentMentions implements store.Reader: the 1,000 that tell best.
func (s *Store) DocumentMentions(ctx context.Context, id string) ([]store.MentionAt, error) {
	return list(ctx, s.read, scanMentionAt, "SELECT "+mentionAtColumns+mentionAtTables+
		"WHERE n.document_id = ? ORDER BY m.tell LIMIT ?", id, maxMentions)
}

// ArticleMentions implements store.Reader.
func (s *Store) ArticleMentions(ctx context.Context, articleID string) ([]store.MentionAt, error) {
	found, err := list(ctx, s.read, scanNamed, "SELECT "+mentionAtColumns+mentionAtTables+
		"WHERE m.article_id = ? ORDER BY m.pos", articleID)
	if err != nil {
		return nil, fmt.Errorf("mentions of article %s: %w", articleID, err)
	}
	out := make([]store.MentionAt, len(found))
	for i, m := range found {
		if m.DocumentID == "" {
			if m.Candidates, err = candidates(ctx, s.read, m.name); err != nil {
				return nil, fmt.Errorf("documents that %q may name: %w", m.Quote, err)
			}
		}
		out[i] = m.MentionAt
	}
	return out, nil
}

// BestMentions implements store.Reader.
func (s *Store) BestMentions(ctx context.Context, ids []string) (map[string]store.MentionAt, error) {
	best := make(map[string]store.MentionAt, len(ids))
	if len(ids) == 0 {
		return best, nil
	}
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	marks := strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")
	found, err := list(ctx, s.read, scanMentionAt, "SELECT "+mentionAtColumns+mentionAtTables+
		"JOIN documents d ON d.told_by = m.article_id AND d.told_at = m.pos WHERE d.id IN ("+marks+")", args...)
	if err != nil {
		return nil, fmt.Errorf("best mentions of %d documents: %w", len(ids), err)
	}
	for _, m := range found {
		best[m.DocumentID] = m
	}
	return best, nil
}

// Citations implements store.Reader.
func (s *Store) Citations(ctx context.Context, ids []string) (map[string]int, error) {
	counts := make(map[string]int, len(ids))
	for _, id := range ids {
		var count int
		err := s.read.QueryRowContext(ctx, `SELECT COUNT(*) FROM (SELECT DISTINCT m.article_id FROM names n
			JOIN mentions m ON m.name_id = n.id WHERE n.document_id = ? AND m.role = ? LIMIT ?)`,
			id, model.Cited, store.MaxCitations).Scan(&count)
		if err != nil {
			return nil, fmt.Errorf("citations of document %s: %w", id, wrap(err))
		}
		if count > 0 {
			counts[id] = count
		}
	}
	return counts, nil
}

// DocumentRelations implements store.Reader: both directions, in the order of
// the articles that tell of them.
func (s *Store) DocumentRelations(ctx context.Context, id string) ([]store.RelationAt, error) {
	const columns = `SELECT r.span_start, r.span_end, r.quote, r.rule, r.confidence, r.type, r.article_id,
		COALESCE(fn.document_id, ''), tn.document_id, r.pos FROM names n
		JOIN mentions m ON m.name_id = n.id
		JOIN relations r ON r.article_id = m.article_id AND %s = m.pos
		LEFT JOIN mentions fm ON fm.article_id = r.article_id AND fm.pos = r.subject_pos
		LEFT JOIN names fn ON fn.id = fm.name_id
		JOIN mentions tm ON tm.article_id = r.article_id AND tm.pos = r.to_pos
		JOIN names tn ON tn.id = tm.name_id
		WHERE n.document_id = ? AND tn.document_id <> ''`
	query := fmt.Sprintf(columns, "r.subject_pos") + " UNION " + fmt.Sprintf(columns, "r.to_pos") + " ORDER BY 7, 10 LIMIT ?"
	return list(ctx, s.read, func(r scanner) (store.RelationAt, error) {
		var l store.RelationAt
		var pos int
		return l, r.Scan(append(evidenceFields(&l.Evidence), &l.Type, &l.ArticleID, &l.FromID, &l.ToID, &pos)...)
	}, query, id, id, maxMentions)
}
