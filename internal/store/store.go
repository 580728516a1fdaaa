// Package store is the truth: what was collected and understood.
//
// Adapters (sqlite) implement Store. One process writes, many read. Every
// write of an article or a document takes the next number of one change
// sequence, which the index follows.
package store

import (
	"context"
	"errors"
	"time"

	"tracuu/internal/model"
)

// Errors that callers tell apart with errors.Is.
var (
	ErrNotFound = errors.New("not found")
	ErrLocked   = errors.New("the data folder is in use by another process")
	ErrFull     = errors.New("the disk is full")
	ErrLease    = errors.New("the host is held by another crawler")
	ErrDrained  = errors.New("the frontier is empty")
)

// Store is everything that an adapter offers. Consumers ask for less.
type Store interface {
	Frontier
	Runs
	History
	Writer
	Reader
	Files
	Holder
	Lister
	Headliner
	Close() error
}

// Visit is one fetched address and all that it led to. It is committed at
// once: after a crash either all of it is stored or none.
type Visit struct {
	Task       Task
	Outcome    Outcome
	Capture    *model.Capture    // nil when no response came
	Rendered   *model.Capture    // what a browser made of Capture, from which Article was read; mostly nil
	Article    *model.Article    // nil when the response is not a page
	Attachment *model.Attachment // nil unless the task was an attachment
	Links      []Link
	HostDue    time.Time // when the host may be asked again; zero: at once
	Run        int64     // Run.ID that counts the visit; 0: none
	Lines      []uint64  // hashes of the distinct lines of a page, see SiteLines
}

// Writer is the writing side.
type Writer interface {
	// Commit stores a visit in one transaction. Committing the same visit
	// again changes nothing and takes no change number.
	Commit(ctx context.Context, v Visit) error
	// PutArticle writes an article that was read again from its capture.
	// An article equal to the stored one takes no change number.
	PutArticle(ctx context.Context, a *model.Article, captureID string) error
}

// Reader is the reading side. Single things that are absent give ErrNotFound.
type Reader interface {
	Article(ctx context.Context, id string) (*model.Article, error)
	// ArticleTexts gives those of the articles that are there, without their
	// captures and what was understood: what a search reads of many at once.
	ArticleTexts(ctx context.Context, ids []string) ([]*model.Article, error)
	ArticleCaptures(ctx context.Context, id string) ([]model.Capture, error)
	Capture(ctx context.Context, id string) (model.Capture, error)
	// Captures walks the newest capture of each article of a host (all hosts
	// when empty) in a stable order until yield returns an error.
	Captures(ctx context.Context, host string, yield func(model.Capture) error) error

	Document(ctx context.Context, id string) (model.Document, error)
	// DocumentMentions lists where a document is named, announcing places first.
	DocumentMentions(ctx context.Context, id string) ([]MentionAt, error)
	// BestMentions gives, by document id, the mention that tells of it best.
	BestMentions(ctx context.Context, ids []string) (map[string]MentionAt, error)
	// Citations counts, by document id, the articles that name a document
	// without announcing it, to MaxCitations.
	Citations(ctx context.Context, ids []string) (map[string]int, error)
	DocumentRelations(ctx context.Context, id string) ([]RelationAt, error)
	// ArticleMentions lists an article's mentions in reading order with the
	// documents they were resolved to.
	ArticleMentions(ctx context.Context, articleID string) ([]MentionAt, error)
	// FindDocuments lists documents that agree with every non-zero field.
	FindDocuments(ctx context.Context, f NumberFilter) ([]model.Document, error)

	// Changes lists at most limit steps after a sequence number, in order.
	Changes(ctx context.Context, after int64, limit int) ([]model.Change, error)
	// SiteLines tells on how many of a host's pages each line stands.
	SiteLines(ctx context.Context, host string) (SiteLines, error)
	Stats(ctx context.Context) (Stats, error)
}

// MaxCitations is how far Citations counts.
const MaxCitations = 1000

// NumberFilter selects documents by the parts of their number.
type NumberFilter struct {
	No     string // without leading zeros; required
	Type   string // code as KH; a document without a stated type agrees too
	Symbol string // compared folded, without separators: "khubnd"
	Year   int    // a document of unknown year agrees too
	Issuer string // slug of words that stand in the issuer's name: "cang-long"
	Limit  int    // 0 means 200
}

// MentionAt is a mention with its article and the document it was resolved to.
// DocumentID is empty and Candidates is set when it stays ambiguous.
type MentionAt struct {
	model.Mention
	ArticleID    string   `json:"article_id"`
	ArticleTitle string   `json:"article_title"`
	ArticleURL   string   `json:"article_url"`
	Portal       string   `json:"portal"`
	Place        string   `json:"place,omitempty"` // of the article
	DocumentID   string   `json:"document_id,omitempty"`
	Candidates   []string `json:"candidates,omitempty"`
}

// RelationAt is a relation between documents. FromID is empty when an article
// that announces no document carries out or cites ToID.
type RelationAt struct {
	model.Evidence
	Type      model.RelationType `json:"type"`
	FromID    string             `json:"from_id,omitempty"`
	ToID      string             `json:"to_id"`
	ArticleID string             `json:"article_id"`
}

// SiteLines counts pages by line, to tell a site's chrome from its articles.
type SiteLines struct {
	Pages  int
	Counts map[uint64]int
}

// Stats is the size of the store.
type Stats struct {
	Pages       int       `json:"pages"`
	Articles    int       `json:"articles"` // of kind article or document
	Documents   int       `json:"documents"`
	HeldDocs    int       `json:"held_documents"`
	Attachments int       `json:"attachments"`
	Captures    int       `json:"captures"`
	Queued      int       `json:"queued"`
	Failed      int       `json:"failed"`
	Closed      int       `json:"closed"` // not to be asked for, see store.Closed
	LastCapture time.Time `json:"last_capture"`
	Sequence    int64     `json:"sequence"`
}
