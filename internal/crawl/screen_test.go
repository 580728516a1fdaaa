package crawl

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/require"
	"tracuu/internal/store"
)

// scripted is a portal whose pages are empty until their scripts have run.
func scripted(t *testing.T) *rig {
	t.Helper()
	fill := func(body string) string {
		return fmt.Sprintf("<html><head><title>Cổng kịch bản</title></head><body><div id=a></div><script>document.getElementById('a').innerHTML = %q</script></body></html>", body)
	}
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("ETag", `"khung"`)
		if req.Header.Get("If-None-Match") != "" {
			t.Error("the frame of a page that scripts fill was asked for by its validators")
		}
		switch req.URL.Path {
		case "/":
			fmt.Fprint(w, fill("<h1>Tin tức</h1><a href='/bai?so=1'>một</a> <a href='/chuyen'>hai</a>"))
		case "/bai":
			fmt.Fprint(w, fill(prose("việc số "+req.FormValue("so"))))
		case "/chuyen":
			fmt.Fprint(w, "<script>location.replace('/bai?so=2')</script>")
		default:
			http.NotFound(w, req)
		}
	}))
	known, err := portal.Load(fstest.MapFS{
		"families/any.yaml": {Data: []byte("id: any\nfallback: true\nlayouts:\n  - {id: a, kind: article, region: [body], title: {select: [h1]}}\n")},
		"p.yaml":            {Data: []byte("id: cong\nhosts: [127.0.0.1]\ntitles: ['^Cổng kịch bản']\nbrowser: true\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	r.known = known
	return r
}

func (r *rig) crawlPortal(id string) Summary {
	r.t.Helper()
	p, _ := r.known.ByID(id)
	at, err := Addresses{r.known}.Parse(r.site.URL + "/")
	if err != nil {
		r.t.Fatal(err)
	}
	s, err := New(r.parts(), r.opts, []Seed{{Name: id, Starts: []Address{at}, Portal: p, Hosts: p.Hosts}}).Run(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	return s
}

func TestPagesMadeByScripts(t *testing.T) {
	r := scripted(t)
	r.opts.Browser = require.Chromium(t)
	r.opts.Limits.Time = time.Minute
	sum := r.crawlPortal("cong")
	for _, n := range []string{"1", "2"} {
		a, err := r.store.Article(t.Context(), articleID(r, "/bai?so="+n))
		if err != nil || !strings.Contains(a.Text, "Kế hoạch số 52/KH-UBND") || a.Title != "việc số "+n {
			t.Fatalf("article %s: %+v, %v; failures %v", n, a, err, r.reasons())
		}
	}
	captures, err := r.store.ArticleCaptures(t.Context(), articleID(r, "/bai?so=1"))
	if err != nil || len(captures) != 2 {
		t.Fatalf("captures of the response and of what was made of it: %+v, %v", captures, err)
	}
	shown, err := r.parts().Records.Read(t.Context(), captures[0])
	sent, err2 := r.parts().Records.Read(t.Context(), captures[1])
	if err != nil || err2 != nil || !strings.Contains(string(shown.Body), `<div id="a"><title>`) || !strings.Contains(string(sent.Body), "<div id=a></div>") || sent.Header.Get("Etag") == "" {
		t.Errorf("%v, %v\nshown %s\nsent %s", err, err2, shown.Body, sent.Body)
	}
	var packed bytes.Buffer
	if err := archive.NewReader(r.dir+"/archive").WACZ(t.Context(), &packed, archive.Export{Title: "x", Created: time.Now(), Captures: captures}); err != nil {
		t.Error(err)
	}
	r.ahead = 40 * day // read again by the browser, and nothing has changed
	if again := r.crawlPortal("cong"); again.Sequence != sum.Sequence {
		t.Errorf("changed: %v", r.changedSince(sum.Sequence))
	}
	again := Rereader{Store: r.store, Records: r.parts().Records, Extractor: r.parts().Extractor, Portals: r.known, MaxSize: 1 << 20}
	if _, err := again.Host(t.Context(), ""); err != nil || len(r.changedSince(sum.Sequence)) > 0 {
		t.Errorf("read again from the archive: %v, %v", r.changedSince(sum.Sequence), err)
	}
	r.verifyArchive()
}

func TestWithoutABrowserThePageIsReadPlainly(t *testing.T) {
	r := scripted(t)
	sum := r.crawlPortal("cong")
	runs, err := r.store.Runs(t.Context(), 1)
	if err != nil || sum.Failed != 0 || len(runs[0].Faults) != 1 || runs[0].Faults[0].Kind != store.FaultContent || !strings.Contains(runs[0].Faults[0].Last, "Chromium") {
		t.Fatalf("%+v, runs %+v, %v", sum.Stats, runs, err)
	}
	if a, err := r.store.Article(t.Context(), articleID(r, "/")); err != nil || a.Kind == model.KindArticle {
		t.Errorf("%+v, %v", a, err)
	}
}
