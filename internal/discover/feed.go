package discover

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/mmcdole/gofeed"
)

// maxFeedBytes bounds a feed; those of portals have a few hundred entries.
const maxFeedBytes = 8 << 20

// ErrNoFeed tells that a file is no feed.
var ErrNoFeed = errors.New("không phải nguồn tin RSS hoặc Atom")

// ReadFeed reads RSS of any version, Atom or JSON Feed. Addresses that are
// written without a host are those of the feed at base.
func ReadFeed(base *url.URL, body []byte) ([]Entry, error) {
	if len(body) > maxFeedBytes {
		return nil, fmt.Errorf("%w: dài hơn %d MB", ErrNoFeed, maxFeedBytes>>20)
	}
	if gofeed.DetectFeedType(bytes.NewReader(body)) == gofeed.FeedTypeUnknown {
		return nil, ErrNoFeed
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoFeed, err)
	}
	var found collector
	for _, item := range feed.Items {
		link := item.Link
		if link == "" && strings.HasPrefix(item.GUID, "http") {
			link = item.GUID
		}
		found.add(base, link, item.Title)
	}
	return found.entries, nil
}
