// Package discover reads what portals offer to find their articles by:
// sitemaps, feeds, and lists that are parted into pages.
//
// It is pure: bytes in, addresses and the next request out. Which list is read
// how is data (portal.Discovery); the crawler asks and queues.
package discover

// Entry is an article or a file that was found.
type Entry struct {
	URL   string // absolute
	Title string // "" when not told
}

// Request is what is to be asked for.
type Request struct {
	URL  string // absolute
	Form string // the body of a POST; empty: GET
}

// maxEntries bounds what one list page, feed or JSON answer gives.
const maxEntries = 5000
