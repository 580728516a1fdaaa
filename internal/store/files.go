package store

import (
	"context"

	"tracuu/internal/model"
)

// Files is the store of what became of attachments.
type Files interface {
	// FaultyFiles lists, in the order of their addresses, files whose text is
	// missing or not whole for one of the faults (any, when none is given).
	// Their texts are left out.
	FaultyFiles(ctx context.Context, faults ...model.Fault) ([]model.Attachment, error)
	// PutFile writes a file that was read again; the articles that link it
	// change when it did.
	PutFile(ctx context.Context, f model.Attachment) error
	// ScanPages gives the pages of a scan that have been read, counted from 1,
	// by the digest of its bytes.
	ScanPages(ctx context.Context, sha256 string) (map[int]string, error)
	// PutScanPage keeps a page of a scan.
	PutScanPage(ctx context.Context, sha256 string, page int, text string) error
}
