package server

import "strings"

// textual tells the media types that are text: worth compressing, and small
// enough to be held for a moment. Archives and office files are compressed already.
func textual(contentType string) bool {
	media, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	media = strings.TrimSpace(media)
	switch media {
	case "application/json", "application/xml", "application/javascript", "application/x-ndjson", "application/jsonl", "application/yaml", "image/svg+xml":
		return true
	}
	return strings.HasPrefix(media, "text/") ||
		strings.HasPrefix(media, "application/") && (strings.HasSuffix(media, "+json") || strings.HasSuffix(media, "+xml") || strings.HasSuffix(media, "+yaml"))
}
