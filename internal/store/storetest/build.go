package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// start is the time of the first capture of a test.
var start = time.Date(2022, 4, 1, 7, 30, 0, 0, time.UTC)

// told is what a test's mention says: canonical number ("52/KH-UBND") or a
// bare one ("CT 15"), year of issue and issuer.
type told struct {
	number string
	year   int
	issuer string
	role   model.Role
}

func cite(number string, year int, issuer string) told {
	return told{number, year, issuer, model.Cited}
}

// announce is of 52/KH-UBND of 2022, which the tests have of several issuers.
func announce(issuer string) told {
	return told{"52/KH-UBND", 2022, issuer, model.Announced}
}

// page makes an article of a portal that says the given things, each in a
// sentence of its own.
func page(slug string, publishedYear int, says ...told) *model.Article {
	url := "https://" + slug + ".gov.vn/bai-viet"
	a := &model.Article{
		ID: model.ArticleID(url), URL: url, Portal: slug, Family: "mau", Kind: model.KindArticle,
		Title: "Bài của " + slug, Published: dayOf(publishedYear), Place: "huyện " + slug,
	}
	a.Text = a.Title + "\n"
	a.BodyStart = len(a.Text)
	for _, s := range says {
		quote := s.number
		span := model.Span{Start: len(a.Text), End: len(a.Text) + len(quote)}
		a.Text += quote + " được nhắc đến.\n"
		m := model.Mention{
			Evidence: model.Evidence{Quote: quote, Span: span, Rule: "mau", Confidence: 0.9},
			Number:   number(s.number), Issuer: s.issuer, Role: s.role,
		}
		if m.Number.Year == 0 {
			m.Issued = dayOf(s.year)
		}
		a.Mentions = append(a.Mentions, m)
	}
	return a
}

// row is a page that is a row of a register.
func row(slug string, publishedYear int, says ...told) *model.Article {
	a := page(slug, publishedYear, says...)
	a.Kind = model.KindRegister
	return a
}

func dayOf(year int) model.Date {
	if year == 0 {
		return model.Date{}
	}
	return model.Date{Year: year, Month: time.March, Day: 18}
}

// number reads the two forms that tests use. One that cannot be read is taken
// whole, which no test expects.
func number(s string) model.DocNumber {
	if code, no, bare := strings.Cut(s, " "); bare {
		return model.DocNumber{Type: code, No: no}
	}
	n, err := docnum.Parse(s)
	if err != nil {
		return model.DocNumber{No: s, Canonical: s}
	}
	return n
}

// visit wraps an article in a visit with a capture of its own.
func visit(a *model.Article, at time.Time) store.Visit {
	capture := &model.Capture{
		ID: fmt.Sprintf("urn-%s-%d", a.ID, at.Unix()), URL: a.URL, Time: at, Status: 200, MediaType: "text/html",
		SHA256: sumOf(a), File: "tracuu-0001.warc.gz", Offset: 512, Length: 2048,
	}
	task := store.Task{Link: store.Link{Key: a.URL, URL: a.URL, Host: a.Portal + ".gov.vn", Kind: store.TaskPage}}
	return store.Visit{Task: task, Outcome: store.Outcome{State: store.Done}, Capture: capture, Article: a}
}

// sumOf stands for the bytes of the page: another text, other bytes.
func sumOf(a *model.Article) string {
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:])
}

func commit(t *testing.T, s store.Store, visits ...store.Visit) {
	t.Helper()
	for _, v := range visits {
		if err := s.Commit(t.Context(), v); err != nil {
			t.Fatal(err)
		}
	}
}

func commitPages(t *testing.T, s store.Store, pages ...*model.Article) {
	t.Helper()
	for _, a := range pages {
		commit(t, s, visit(a, start))
	}
}
