package crawl

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"

	"tracuu/data"
	"tracuu/internal/portal"
)

// aspx serves a list that goes on by its form alone, as a GridView does: the
// server takes only the view state that it gave out with the page before.
func aspx(d *discovered, path, class string) {
	d.mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
		page := 0
		if r.Method == http.MethodPost {
			if _, err := fmt.Sscanf(r.FormValue("__EVENTARGUMENT"), "Page$%d", &page); err != nil || r.FormValue("__EVENTTARGET") != "ctl00$luoi" {
				http.Error(w, "Invalid postback", http.StatusInternalServerError)
				return
			}
			page--
			if want := fmt.Sprintf("/wEP+trang=%d", page-1); r.FormValue("__VIEWSTATE") != want || r.FormValue("tuKhoa") != "" {
				http.Error(w, "Validation of viewstate MAC failed", http.StatusInternalServerError)
				return
			}
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		next := ""
		if 5*(page+1) < articlesInAll {
			next = fmt.Sprintf(`<a href="javascript:__doPostBack('ctl00$luoi','Page$%d')">%[1]d</a>`, page+2)
		}
		fmt.Fprint(w, onPage(fmt.Sprintf(`<form id="aspnetForm" class=%q method="post" action="%s"><input type="hidden" name="__VIEWSTATE" value="/wEP+trang=%d">
			<input name="tuKhoa"><input type="submit" name="tim" value="Tìm">%s<div class="trang">%s</div></form>`,
			class, path, page, entries(page, articlesInAll), next)))
	})
}

const aspxRule = "  lists:\n    - {id: tin, starts: [/ds.aspx], items: ['.tin a'], pages: {postback: {select: ['.trang a']}}}\n"

func TestListByPostback(t *testing.T) {
	d := newDiscovered(t, aspxRule, articlesInAll)
	aspx(d, "/ds.aspx", "")
	d.run()
	d.wantAll(articlesInAll)
	if asked := d.askedFor("/ds.aspx"); len(asked) != 5 {
		t.Errorf("the list was asked for %d times", len(asked))
	}
	d.verifyArchive()
	kept := archivedText(t, filepath.Join(d.dir, "archive"))
	for page := range 4 {
		if want := fmt.Sprintf("__VIEWSTATE=%%2FwEP%%2Btrang%%3D%d&", page); !strings.Contains(kept, want) {
			t.Errorf("the archive has no request with %s", want)
		}
	}
	if n := strings.Count(kept, "POST /ds.aspx HTTP/1.1"); n != 4 {
		t.Errorf("the archive has %d POST requests, want 4", n)
	}
	a, err := d.store.Article(t.Context(), articleID(d.rig, "/ds.aspx"))
	if err != nil || !strings.Contains(a.Text, "Bài 0") {
		t.Errorf("the list's own page is %.80q, %v; want its first page", a.Text, err)
	}
}

// archivedText returns the text of all records.
func archivedText(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.warc.gz"))
	if err != nil || len(files) == 0 {
		t.Fatalf("archive files: %v, %v", files, err)
	}
	var all strings.Builder
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	return all.String()
}

func TestListByPostbackOfAFamily(t *testing.T) {
	d := newDiscovered(t, "  feeds: []\n", articlesInAll)
	aspx(d, "/ds.aspx", "luoi")
	d.page("GET /tin/", func(*http.Request) string { return article("Tin", "/ds.aspx") })
	p, _ := d.known.ByID("cong")
	seed := Seed{Name: p.ID, Starts: []Address{d.address("/tin/")}, Portal: p, Hosts: p.Hosts}
	if _, err := New(d.parts(), d.opts, []Seed{seed}).Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.wantAll(articlesInAll)
}

// TestAPostbackSurvivesAStop stops a crawl in the middle of a list that goes on
// by forms. What was queued goes on with the form that it had.
func TestAPostbackSurvivesAStop(t *testing.T) {
	d := newDiscovered(t, aspxRule, articlesInAll)
	aspx(d, "/ds.aspx", "")
	d.opts.Grace = time.Nanosecond
	p, _ := d.known.ByID("cong")
	seeds := []Seed{{Name: p.ID, Starts: []Address{d.address("/")}, Portal: p, Hosts: p.Hosts}}
	for stops := 0; len(d.found(articlesInAll)) < articlesInAll; stops++ {
		if stops > 100 {
			t.Fatal("it never ends")
		}
		asked := len(d.askedFor("/")) + 3 + stops/10 // a slow machine may get nothing done within three
		ctx, stop := context.WithCancel(t.Context())
		go func() {
			for ctx.Err() == nil {
				if len(d.askedFor("/")) >= asked {
					stop()
				}
				time.Sleep(100 * time.Microsecond)
			}
		}()
		if _, err := New(d.parts(), d.opts, seeds).Run(ctx); err != nil {
			t.Fatal(err)
		}
		stop()
	}
	if sum := d.run(); sum.Failed > 0 || sum.Queued > 0 {
		t.Errorf("at the end: %+v, %v", sum.Stats, d.reasons())
	}
	runs, err := d.store.Runs(t.Context(), 10)
	if err != nil || len(runs) == 0 || len(runs) > 2 {
		t.Errorf("%d runs, %v; stops must not begin new ones", len(runs), err)
	}
}

// TestPagerOfAnUnknownSystem: the project's own rules follow the pager of an
// ASP.NET page that no family knows, and not the days of its calendar.
func TestPagerOfAnUnknownSystem(t *testing.T) {
	d := newDiscovered(t, "  feeds: []\n", articlesInAll)
	known, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	d.known = known
	aspx(d, "/ds.aspx", "la")
	d.page("GET /lich.aspx", func(*http.Request) string {
		return onPage(`<form method="post"><input type="hidden" name="__VIEWSTATE" value="x">` + entries(0, 5) +
			`<a title="02 tháng Ba" href="javascript:__doPostBack('lich','8097')">2</a></form>`)
	})
	d.page("GET /tin/", func(*http.Request) string { return article("Tin", "/ds.aspx", "/lich.aspx") })
	d.mustCrawl("/tin/")
	d.wantAll(articlesInAll)
	if n := d.times("/lich.aspx"); n != 1 {
		t.Errorf("the calendar was asked for %d times", n)
	}
}
