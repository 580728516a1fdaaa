package archive

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// indexEntry is one line of a CDXJ index: where the record of a response is.
type indexEntry struct {
	URL    string
	Time   time.Time
	MIME   string // Content-Type as the server said
	Status int    // 0: not the answer of a server
	Digest string // payload digest with its label
	Offset int64
	Length int64
	File   string
	posted posted // by its request
}

// indexLine renders an entry in the form of pywb and cdxj-indexer:
// "key timestamp {json}", numbers as strings.
func indexLine(e indexEntry) string {
	media, _, err := mime.ParseMediaType(e.MIME)
	if err != nil {
		media, _, _ = strings.Cut(strings.ToLower(e.MIME), ";")
		media = strings.TrimSpace(media)
	}
	if media == "" {
		media = "unk"
	}
	fields := struct {
		URL    string `json:"url"`
		MIME   string `json:"mime"`
		Status string `json:"status,omitempty"`
		Digest string `json:"digest"`
		Length string `json:"length"`
		Offset string `json:"offset"`
		File   string `json:"filename"`
		Body   string `json:"requestBody,omitempty"`
		Method string `json:"method,omitempty"`
	}{
		e.URL, media, statusText(e.Status), e.Digest,
		strconv.FormatInt(e.Length, 10), strconv.FormatInt(e.Offset, 10), e.File, e.posted.body, e.posted.method,
	}
	var b strings.Builder
	b.WriteString(surt(e.posted.address(e.URL)) + " " + e.Time.UTC().Format("20060102150405") + " ")
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(fields); err != nil { // strings always encode
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// statusText leaves out the status of what no server answered.
func statusText(status int) string {
	if status == 0 {
		return ""
	}
	return strconv.Itoa(status)
}

var wwwPrefix = regexp.MustCompile(`^www\d*\.`)

// surt turns an address into its sort key: host reversed and without www, port
// unless it is the default, path and sorted query in lower case:
// "https://www.krongno.gov.vn/A?c=2&b=1" -> "vn,gov,krongno)/a?b=1&c=2".
func surt(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return strings.ToLower(strings.Join(strings.Fields(address), "%20"))
	}
	host := wwwPrefix.ReplaceAllString(strings.ToLower(u.Hostname()), "")
	key := host
	if !strings.Contains(host, ":") && !isIPv4(host) {
		labels := strings.Split(host, ".")
		slices.Reverse(labels)
		key = strings.Join(labels, ",")
	}
	if p := u.Port(); p != "" && (u.Scheme != "http" || p != "80") && (u.Scheme != "https" || p != "443") {
		key += ":" + p
	}
	path := strings.ToLower(u.EscapedPath())
	if path = strings.TrimRight(path, "/"); path == "" {
		path = "/"
	}
	key += ")" + path
	if u.RawQuery != "" {
		parts := strings.Split(strings.ToLower(u.RawQuery), "&")
		slices.SortFunc(parts, byName)
		key += "?" + strings.Join(parts, "&")
	}
	return key
}

// byName orders parameters by name, then by value.
func byName(a, b string) int {
	nameA, valueA, _ := strings.Cut(a, "=")
	nameB, valueB, _ := strings.Cut(b, "=")
	return cmp.Or(strings.Compare(nameA, nameB), strings.Compare(valueA, valueB))
}

func isIPv4(host string) bool {
	return strings.Count(host, ".") == 3 && strings.Trim(host, "0123456789.") == ""
}

// writeIndex sorts the lines and writes them to a file that appears whole.
func writeIndex(path string, lines []string) (err error) {
	slices.Sort(lines)
	f, err := os.Create(path + tempExt)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, line := range lines {
		// bufio keeps the first error until Flush.
		_, _ = w.WriteString(line + "\n")
	}
	if err := errors.Join(w.Flush(), f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(path+tempExt))
	}
	return rename(path+tempExt, path)
}

// place is where an index says that a record is.
type place struct {
	length int64
	digest string
}

// readIndex reads the places of an index by offset.
func readIndex(path string) (map[int64]place, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	places := map[int64]place{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 4*maxRecordHead)
	for n := 1; lines.Scan(); n++ {
		start := bytes.IndexByte(lines.Bytes(), '{')
		if start < 0 {
			return nil, errors.Join(fmt.Errorf("%s: dòng %d không phải CDXJ", path, n), f.Close())
		}
		var line struct {
			Digest string `json:"digest"`
			Length int64  `json:"length,string"`
			Offset int64  `json:"offset,string"`
		}
		if err := json.Unmarshal(lines.Bytes()[start:], &line); err != nil {
			return nil, errors.Join(fmt.Errorf("%s: dòng %d: %w", path, n, err), f.Close())
		}
		places[line.Offset] = place{line.Length, line.Digest}
	}
	return places, errors.Join(lines.Err(), f.Close())
}
