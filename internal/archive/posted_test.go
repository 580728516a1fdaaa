package archive

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/require"
)

// postExchange asks by POST; every one at the same address.
func postExchange(n int, contentType, body string) Exchange {
	e := testExchange(n)
	e.URL = "http://canglong.example.vn/Van-ban.aspx?loai=3"
	e.Request = fmt.Appendf(nil, "POST /Van-ban.aspx?loai=3 HTTP/1.1\r\nHost: canglong.example.vn\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s",
		contentType, len(body), body)
	return e
}

const form = "application/x-www-form-urlencoded"

func posts() []Exchange {
	return []Exchange{
		testExchange(1),
		postExchange(2, form, "__EVENTTARGET=ctl00%24pager&__EVENTARGUMENT=2&__VIEWSTATE=%2FwEP%2Ba%3D%3D"),
		postExchange(3, form, "__EVENTTARGET=ctl00%24pager&__EVENTARGUMENT=3&__VIEWSTATE=%2FwEP%2Ba%3D%3D"),
		postExchange(4, form+"; charset=UTF-8", "t=%C4%90%C6%B0%E1%BB%9Dng+b%0D%0Ac&p=50%25&q=%3Ca%3E%22"),
		postExchange(5, "application/json", `{"trang":2,"loc":{"a":[1,2,"x y"],"b":true,"c":null,"d":1.5},"sau":{"trang":3,"t":"Đường"}}`),
		postExchange(6, "application/json", `{"trang":`),
		postExchange(7, "application/octet-stream", "\x00\x01hai"),
		postExchange(8, form, "a="+strings.Repeat("x", 5000)+"&b=1"),
	}
}

// TestPagesOfOneFormAreToldApart compares the index that is written with the one
// made of the file, as after a crash.
func TestPagesOfOneFormAreToldApart(t *testing.T) {
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	for _, e := range posts() {
		mustWrite(t, w, e)
	}
	mustClose(t, w)
	file := filepath.Join(dir, names(t, dir)[1])
	if !strings.HasSuffix(file, sealedExt) {
		file = filepath.Join(dir, names(t, dir)[0])
	}
	raw, err := os.ReadFile(indexName(file))
	if err != nil {
		t.Fatal(err)
	}
	written := strings.Split(strings.TrimSpace(string(raw)), "\n")
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	made, _, err := indexFile(f, filepath.Base(file))
	slices.Sort(made)
	if diff := cmp.Diff(written, made); diff != "" || err != nil {
		t.Errorf("%v (-written +made of the file):\n%s", err, diff)
	}
	keys := map[string]bool{}
	for _, line := range written {
		key, _, _ := strings.Cut(line, " ")
		keys[key] = true
	}
	const two = "vn,example,canglong)/van-ban.aspx?__eventargument=2&__eventtarget=ctl00$pager&__viewstate=/wep+a==&__wb_method=post&loai=3"
	if len(keys) != len(posts()) || !keys[two] {
		t.Errorf("%d keys of %d:\n%s", len(keys), len(posts()), raw)
	}
	if !strings.Contains(string(raw), `"requestBody":"trang=2&a=1&a.2_=2&a.3_=x+y&b=True&c=None&d=1.5&trang.2_=3&t=%C4%90%C6%B0%E1%BB%9Dng","method":"POST"`) {
		t.Errorf("JSON is told otherwise:\n%s", raw)
	}
}

// TestRequestsOfOthers reads requests before their responses, as wget writes them.
func TestRequestsOfOthers(t *testing.T) {
	record := func(kind, id, with, block string) string {
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%s>\r\nWARC-Concurrent-To: <urn:uuid:%s>\r\nWARC-Target-URI: http://a.vn/x\r\n"+
			"WARC-Date: 2022-03-30T01:02:03Z\r\nContent-Type: application/http;msgtype=%s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, id, with, kind, len(block), block)
	}
	ask := "POST /x HTTP/1.1\r\nContent-Type: " + form + "\r\n\r\ntrang=2"
	const answer = "HTTP/1.1 200 OK\r\n\r\nhai"
	for name, records := range map[string][]string{
		"the response names the request": {record("request", "1", "", ask), record("response", "2", "1", answer)},
		"the request names the response": {record("request", "1", "2", ask), record("response", "2", "", answer)},
		"behind it":                      {record("response", "2", "", answer), record("request", "1", "2", ask)},
		"one between":                    {record("response", "0", "", answer), record("request", "1", "2", ask), record("response", "2", "", answer)},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "import-a.warc.gz")
			var all bytes.Buffer
			for _, r := range records {
				all.Write(member(t, r))
			}
			put(t, file, all.Bytes())
			f, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			index, _, err := indexFile(f, "import-a.warc.gz")
			if err != nil || strings.Count(strings.Join(index, "\n"), "__wb_method=post&trang=2 ") != 1 {
				t.Errorf("%v, %q", err, index)
			}
		})
	}
}

// TestIndexOfPostsAsCDXJIndexer holds our keys against those of cdxj-indexer
// (PyPI).
func TestIndexOfPostsAsCDXJIndexer(t *testing.T) {
	program := require.Program(t, "cdxj-indexer")
	dir := t.TempDir()
	w := mustOpen(t, dir, testOptions())
	for _, e := range posts() {
		mustWrite(t, w, e)
	}
	mustClose(t, w)
	files, err := filepath.Glob(filepath.Join(dir, "*"+sealedExt))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	theirs, err := exec.CommandContext(t.Context(), program, "--post-append", files[0]).Output()
	if err != nil {
		t.Fatal(err)
	}
	ours, err := os.ReadFile(indexName(files[0]))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(keysOf(string(theirs)), keysOf(string(ours))); diff != "" {
		t.Errorf("keys (-cdxj-indexer +ours):\n%s", diff)
	}
}

func keysOf(index string) []string {
	var keys []string
	for line := range strings.Lines(index) {
		key, _, _ := strings.Cut(line, " {")
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
