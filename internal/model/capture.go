package model

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Capture is the bytes of one response at one time and where they are kept.
type Capture struct {
	ID        string    `json:"id"` // the UUID of the WARC record
	URL       string    `json:"url"`
	Time      time.Time `json:"time"` // UTC
	Status    int       `json:"status"`
	MediaType string    `json:"media_type"` // as the server said
	SHA256    string    `json:"sha256"`     // of the body as stored, hex
	File      string    `json:"file"`       // name inside the archive folder
	Offset    int64     `json:"offset"`     // of the record in the compressed file
	Length    int64     `json:"length"`     // of the record, compressed
}

// ArticleID derives the stable id of an article from its canonical address.
func ArticleID(url string) string {
	sum := sha256.Sum256([]byte(url))
	return hex.EncodeToString(sum[:8])
}
