package crawl

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/model"
)

func articleID(r *rig, path string) string { return model.ArticleID(r.address(path).Page) }

func (r *rig) verifyArchive() {
	r.t.Helper()
	if err := r.archive.Close(); err != nil {
		r.t.Fatal(err)
	}
	sum, err := archive.Verify(r.t.Context(), filepath.Join(r.dir, "archive"), func(p archive.Problem) { r.t.Error(p) })
	if err != nil || sum.Responses == 0 {
		r.t.Errorf("archive: %+v, %v", sum, err)
	}
}

// district is a small site: lists, articles, a file, a link that leads away.
func district(n int) pages {
	p := pages{"/": article("Trang chủ", "/tin", "/robots-only", "http://other.invalid/x", "/anh.png")}
	var links []string
	for i := range n {
		path := fmt.Sprintf("/tin/bai-%03d.html", i)
		links = append(links, path)
		p[path] = article(fmt.Sprintf("việc số %d", i), "/", fmt.Sprintf("/files/%d.pdf", 52+i/2), "/tin/index.html")
		p[fmt.Sprintf("/files/%d.pdf", 52+i/2)] = "%PDF toàn văn kế hoạch"
	}
	p["/tin"] = article("Tin tức", links...)
	p["/tin/index.html"] = p["/tin"]
	return p
}

func TestCrawlCollectsASiteOnce(t *testing.T) {
	site := district(30)
	site["/robots.txt"] = "User-agent: *\nDisallow: /robots-only\n"
	site["/robots-only"] = article("Không cho thu thập")
	r := newRig(t, site)
	sum := r.mustCrawl("/")
	if sum.Pages != 32 || sum.Queued != 0 {
		t.Errorf("pages %d, queued %d", sum.Pages, sum.Queued)
	}
	reasons := r.reasons()
	if len(reasons) > 0 || sum.Closed != 1 {
		t.Errorf("failures: %v; closed by robots.txt: %d", reasons, sum.Closed)
	}
	if r.times("/robots-only") > 0 || r.times("/anh.png") > 0 {
		t.Error("something was asked for that must not be")
	}
	if n := r.times("/robots.txt"); n != 1 {
		t.Errorf("robots.txt was asked for %d times", n)
	}
	for path := range site {
		if n := r.times(path); n > 1 {
			t.Errorf("%s was asked for %d times", path, n)
		}
	}
	a, err := r.store.Article(t.Context(), articleID(r, "/tin/bai-007.html"))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Attachments) != 1 || a.Attachments[0].State != model.Read || !strings.Contains(a.Attachments[0].Text, "toàn văn") {
		t.Errorf("attachments: %+v", a.Attachments)
	}
	captures, err := r.store.ArticleCaptures(t.Context(), a.ID)
	if err != nil || len(captures) != 1 {
		t.Fatalf("captures: %v, %v", captures, err)
	}
	res, err := r.parts().Records.Read(t.Context(), captures[0])
	if err != nil || string(res.Body) != site["/tin/bai-007.html"] {
		t.Errorf("the archive has other bytes than the server sent: %v", err)
	}

	before := len(r.asked)
	again := r.mustCrawl("/")
	if len(r.asked) != before || again.Sequence != sum.Sequence {
		t.Errorf("a finished crawl asked again for %v", r.asked[before:])
	}
	r.verifyArchive()
}

func TestStopLosesNothing(t *testing.T) {
	site := district(40)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var served atomic.Int32
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if served.Add(1) == 15 {
			stop()
		}
		site.ServeHTTP(w, req)
	}))
	first, err := r.crawl(ctx, "/")
	if err != nil || !first.Stopped {
		t.Fatalf("stopped %v, %v", first.Stopped, err)
	}
	if first.Queued == 0 || first.Pages == 0 {
		t.Fatalf("stopped too early or too late: %+v", first.Stats)
	}
	last := r.mustCrawl("/")
	if last.Pages != 42 || last.Queued != 0 {
		t.Errorf("after the second run: %+v", last.Stats)
	}
	for path := range site {
		if n := r.times(path); n > 1 {
			t.Errorf("%s was asked for %d times", path, n)
		}
	}
}

func TestVisitsThatOutliveTheGraceAreDropped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.URL.Path == "/robots.txt" {
			http.NotFound(w, req)
			return
		}
		stop()
		<-req.Context().Done()
	}))
	r.opts.Grace = 50 * time.Millisecond
	began := time.Now()
	sum, err := r.crawl(ctx, "/")
	if err != nil || !sum.Stopped || sum.Queued != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("stopping took %v", took)
	}
}

func TestDelayIsKeptBetweenRequests(t *testing.T) {
	var last atomic.Int64
	site := pages{"/": article("Một", "/2", "/3"), "/2": article("Hai"), "/3": article("Ba")}
	const delay = 120 * time.Millisecond
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		now := time.Now().UnixNano()
		if before := last.Swap(now); before > 0 && now-before < int64(delay) {
			t.Errorf("%s came %v after the request before", req.URL.Path, time.Duration(now-before))
		}
		site.ServeHTTP(w, req)
	}))
	r.opts.OpenedDelay = delay
	if sum := r.mustCrawl("/"); sum.Pages != 3 {
		t.Errorf("pages %d", sum.Pages)
	}
}

func TestRetryAfterIsHeeded(t *testing.T) {
	var tries atomic.Int32
	var refused atomic.Int64
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		switch {
		case req.URL.Path != "/":
			http.NotFound(w, req)
		case tries.Add(1) == 1:
			refused.Store(time.Now().UnixNano())
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusServiceUnavailable)
		default:
			if wait := time.Now().UnixNano() - refused.Load(); wait < int64(time.Second) {
				t.Errorf("asked again after %v", time.Duration(wait))
			}
			fmt.Fprint(w, article("Đã hết bận")) //nolint:errcheck // test server
		}
	}))
	if sum := r.mustCrawl("/"); sum.Pages != 1 || sum.Failed != 0 {
		t.Errorf("%+v", sum.Stats)
	}
}

func TestLongRetryAfterLeavesTheHostForLater(t *testing.T) {
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.URL.Path == "/robots.txt" {
			http.NotFound(w, req)
			return
		}
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	began := time.Now()
	sum := r.mustCrawl("/")
	if why := sum.Parked[r.address("/").Host]; sum.Queued != 1 || !strings.Contains(why, "chờ tới") || time.Since(began) > 5*time.Second {
		t.Errorf("%+v, parked %q", sum.Stats, why)
	}
	r.mustCrawl("/") // soon again
	if n := r.times("/"); n != 1 {
		t.Errorf("asked %d times before its time", n)
	}
}

func TestBudgetEndsTheRun(t *testing.T) {
	r := newRig(t, district(40))
	r.opts.Budget.Bytes = 4000
	if sum := r.mustCrawl("/"); !sum.Stopped || sum.Spent == "" || sum.Queued == 0 || sum.Bytes < 4000 || sum.Bytes > 20_000 {
		t.Errorf("%+v", sum)
	}
	r.opts.Budget = Budget{Time: 20 * time.Minute}
	if sum := r.mustCrawl("/"); sum.Stopped || sum.Queued != 0 || sum.Pages != 42 {
		t.Errorf("%+v", sum)
	}
}

func TestRobotsOfAFailingServerDisallow(t *testing.T) {
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.URL.Path != "/robots.txt" {
			t.Errorf("%s was asked for", req.URL.Path)
		}
		w.WriteHeader(http.StatusBadGateway)
	}))
	r.mustCrawl("/")
	if why := r.reasons()["/"]; !strings.Contains(why, "robots.txt") {
		t.Errorf("reason %q", why)
	}
}

func TestMovedPageIsAskedForAtOnce(t *testing.T) {
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		switch req.URL.Path {
		case "/tin":
			http.Redirect(w, req, "/tin/", http.StatusMovedPermanently)
		case "/tin/":
			fmt.Fprint(w, article("Tin tức", "bai.html")) //nolint:errcheck // test server
		case "/tin/bai.html":
			fmt.Fprint(w, article("Bài viết")) //nolint:errcheck // test server
		default:
			http.NotFound(w, req)
		}
	}))
	if sum := r.mustCrawl("/tin"); sum.Pages != 2 || sum.Failed != 0 {
		t.Errorf("%+v; %v", sum.Stats, r.reasons())
	}
}

func TestTasksOfAnotherCrawlAreLeftAlone(t *testing.T) {
	other := newRig(t, pages{"/": article("Nơi khác", "/2"), "/2": article("Hai")})
	r := newRig(t, district(3))
	a := other.address("/")
	left := Seed{Name: a.Key, Starts: []Address{a}}
	// A run that is stopped before it begins leaves its seed in the queue.
	ctx, stop := context.WithCancel(t.Context())
	c := New(r.parts(), r.opts, []Seed{left})
	if err := c.start(ctx); err != nil {
		t.Fatal(err)
	}
	stop()
	sum := r.mustCrawl("/")
	if sum.Pages != 5 || sum.Queued != 1 || len(other.asked) != 0 {
		t.Errorf("%+v, asked %v", sum.Stats, other.asked)
	}
	if _, parked := sum.Parked[a.Host]; !parked {
		t.Error("the summary does not tell of the tasks left")
	}
	r.opts.Opened[a.Host] = true
	sum, err := New(r.parts(), r.opts, []Seed{left}).Run(t.Context())
	if err != nil || sum.Queued != 0 || sum.Pages != 7 {
		t.Errorf("%+v, %v", sum.Stats, err)
	}
}

func TestRepeatedLinesLeaveTheTextAtTheEnd(t *testing.T) {
	const menu = "Số điện thoại đường dây nóng của huyện: không đổi"
	site := pages{}
	var links []string
	for i := range 12 {
		path := fmt.Sprintf("/bai-%d", i)
		links = append(links, path)
		site[path] = strings.Replace(article(fmt.Sprintf("việc số %d", i)), "</body>", "<div>"+menu+"</div></body>", 1)
	}
	site["/"] = article("Trang chủ", links...)
	r := newRig(t, site)
	r.mustCrawl("/")
	for _, path := range links {
		a, err := r.store.Article(t.Context(), articleID(r, path))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(a.Text, menu) || !strings.Contains(a.Text, "việc số") {
			t.Errorf("%s: %q", path, a.Text)
		}
	}
	hosts, err := r.parts().Pending.Hosts()
	if err != nil || len(hosts) > 0 {
		t.Errorf("still pending: %v, %v", hosts, err)
	}
}

// fullDisk is an archive that has no room after some responses.
type fullDisk struct {
	Archive
	left atomic.Int32
}

func (f *fullDisk) WriteExchange(ctx context.Context, x archive.Exchange) (model.Capture, error) {
	if f.left.Add(-1) < 0 {
		return model.Capture{}, archive.ErrFull
	}
	return f.Archive.WriteExchange(ctx, x)
}

func TestFullDiskEndsTheCrawlAndLosesNothing(t *testing.T) {
	r := newRig(t, district(20))
	parts := r.parts()
	disk := &fullDisk{Archive: r.archive}
	disk.left.Store(10)
	parts.Archive = disk
	a := r.address("/")
	seeds := []Seed{{Name: a.Key, Starts: []Address{a}}}
	sum, err := New(parts, r.opts, seeds).Run(t.Context())
	if !errors.Is(err, archive.ErrFull) {
		t.Fatalf("error %v", err)
	}
	// One link of the site is broken; nothing else may count as failed.
	if sum.Failed > 1 || sum.Pages == 0 || sum.Pages > 9 {
		t.Errorf("%+v", sum.Stats)
	}
	disk.left.Store(1000)
	sum, err = New(parts, r.opts, seeds).Run(t.Context())
	if err != nil || sum.Pages != 22 || sum.Failed != 1 {
		t.Errorf("after there was room: %+v, %v", sum.Stats, err)
	}
}
