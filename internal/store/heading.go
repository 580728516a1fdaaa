package store

import (
	"context"

	"tracuu/internal/model"
)

// Headliner gives what articles and documents are named by, without their texts.
type Headliner interface {
	// Headings gives those of the changed things that are there, in any order;
	// the rest are gone. Kinds and ids of the changes count, nothing else.
	Headings(ctx context.Context, changes []model.Change) ([]Heading, error)
}

// Heading is an article or a document by its name.
type Heading struct {
	Kind      model.ChangeKind
	ID        string
	Title     string
	Published model.Date // of a document: issued
	Issuer    string     // of a document, or of what an article announces

	PageKind model.Kind // of an article
	Place    string     // of an article

	Number   model.DocNumber // of a document
	Year     int             // of a document
	Status   model.Status    // of a document
	Mentions int             // places that name a document, at most MaxMentions
}

// MaxMentions is as many mentions as are counted for a heading.
const MaxMentions = 1000
