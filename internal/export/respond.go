package export

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// ErrBegun is wrapped by errors of Respond after which no other answer can be
// given: a part of the file is on its way, and the connection was cut so that
// nobody takes it for the whole.
var ErrBegun = errors.New("the export ended within the file")

// Respond answers a request with a table as a file to download. The facts that
// CSV and JSON lines cannot carry go into headers of every format:
// Tracuu-Question, Tracuu-Time and Tracuu-Coverage, percent-encoded.
//
// After an error that does not wrap ErrBegun nothing was sent. The caller's server
// must not bound the time of the whole answer.
func Respond(w http.ResponseWriter, r *http.Request, f Format, t Table) error {
	next, stop := iter.Pull2(t.Rows)
	defer stop()
	first, err, some := next()
	if err != nil {
		return err
	}
	t.Rows = func(yield func([]any, error) bool) {
		row, err, ok := first, err, some
		for ok && yield(row, err) {
			row, err, ok = next()
		}
	}
	out := &sender{w: w}
	setHeaders(w.Header(), f, t.Head)
	if r.Method == http.MethodHead {
		w.WriteHeader(http.StatusOK)
		return nil
	}
	if _, err = Write(f, out, t); err == nil {
		return nil
	}
	if !out.begun {
		clearHeaders(w.Header())
		return err
	}
	return errors.Join(fmt.Errorf("%w: %w", ErrBegun, err), cut(w))
}

// sender knows whether anything was sent.
type sender struct {
	w     io.Writer
	begun bool
}

// Write implements io.Writer.
func (s *sender) Write(p []byte) (int, error) {
	s.begun = true
	return s.w.Write(p)
}

// cut ends the connection without the mark that ends an answer. The innermost
// writer is asked, as those around it refuse once something was written. Where
// it cannot be done (HTTP/2, recorders of tests) the error says so.
func cut(w http.ResponseWriter) error {
	for {
		around, ok := w.(interface{ Unwrap() http.ResponseWriter })
		if !ok {
			break
		}
		w = around.Unwrap()
	}
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return fmt.Errorf("the connection cannot be cut: %w", err)
	}
	return conn.Close()
}

// ownHeaders are those that setHeaders sets.
var ownHeaders = [...]string{"Content-Type", "Content-Disposition", "Tracuu-Question", "Tracuu-Time", "Tracuu-Coverage"}

func clearHeaders(h http.Header) {
	for _, name := range ownHeaders {
		h.Del(name)
	}
}

// maxHeader bounds a header that grows with what is told.
const maxHeader = 4 << 10

func setHeaders(h http.Header, f Format, head Head) {
	h.Set("Content-Type", f.MediaType())
	h.Set("Content-Disposition", disposition(head, f))
	h.Set("Tracuu-Question", short(url.PathEscape(head.Question)))
	h.Set("Tracuu-Time", head.Time.In(model.Vietnam()).Format(time.RFC3339))
	var held []string
	for _, c := range head.Coverage {
		held = append(held, url.PathEscape(c.Portal)+";articles="+strconv.Itoa(c.Articles)+";years="+years(c.From, c.To))
	}
	h.Set("Tracuu-Coverage", short(strings.Join(held, ", ")))
}

func short(value string) string {
	if len(value) > maxHeader {
		return value[:maxHeader] + "..."
	}
	return value
}

// years shows a span of years; "" when none is known.
func years(from, to int) string {
	if from == 0 {
		return ""
	}
	if from == to {
		return strconv.Itoa(from)
	}
	return fmt.Sprintf("%d-%d", from, to)
}

// FileName is the name of the file, with Vietnamese letters: "Chỉ tiêu
// 2026-03-18.xlsx".
func FileName(h Head, f Format) string {
	return fmt.Sprintf("%s %s.%s", h.Title, h.Time.In(model.Vietnam()).Format(time.DateOnly), f)
}

// disposition names the file twice (RFC 6266): for every client, in ASCII, and
// for those that read more.
func disposition(h Head, f Format) string {
	plain := vietnamese.Slug(strings.TrimSuffix(FileName(h, f), "."+string(f))) + "." + string(f)
	return mime.FormatMediaType("attachment", map[string]string{"filename": plain}) +
		"; filename*=UTF-8''" + strings.ReplaceAll(url.PathEscape(FileName(h, f)), "'", "%27")
}
