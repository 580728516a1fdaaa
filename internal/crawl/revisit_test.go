package crawl

import (
	"fmt"
	"hash/fnv"
	"maps"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// tagged serves pages with an ETag of their bytes, and counts by path the
// answers in full and those of "nothing new".
type tagged struct {
	mu         sync.Mutex
	site       pages
	full, same map[string]int
	order      []string
}

func newTagged(site pages) *tagged {
	return &tagged{site: site, full: map[string]int{}, same: map[string]int{}}
}

func (s *tagged) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	body, ok := s.site[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := fnv.New64()
	fmt.Fprint(h, body)
	tag := fmt.Sprintf(`"%x"`, h.Sum64())
	w.Header().Set("ETag", tag)
	s.order = append(s.order, r.URL.Path)
	if r.Header.Get("If-None-Match") == tag {
		s.same[r.URL.Path]++
		w.WriteHeader(http.StatusNotModified)
		return
	}
	s.full[r.URL.Path]++
	s.site.ServeHTTP(w, r)
}

// since forgets what was asked for before.
func (s *tagged) since() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.full)
	clear(s.same)
	s.order = nil
}

// changedSince lists the paths of the articles that took a number after seq.
func (r *rig) changedSince(seq int64) []string {
	r.t.Helper()
	changes, err := r.store.Changes(r.t.Context(), seq, 10_000)
	if err != nil {
		r.t.Fatal(err)
	}
	var paths []string
	for _, c := range changes {
		if c.Kind != model.ArticleChanged {
			continue
		}
		a, err := r.store.Article(r.t.Context(), c.ID)
		if err != nil {
			r.t.Fatal(err)
		}
		paths = append(paths, mustAddress(r.t, a.URL).Path)
	}
	slices.Sort(paths)
	return paths
}

func TestLaterRunsAskForWhatIsDue(t *testing.T) {
	site := newTagged(district(12))
	r := newRig(t, site)
	r.opts.LocalFlights = 1 // or the order of the requests is not that of the queue
	seq := r.mustCrawl("/").Sequence

	site.since()
	r.ahead = 2 * time.Hour // lists are due, articles are not
	site.site["/tin/moi.html"] = article("Việc mới", "/")
	site.site["/tin"] = article("Tin tức", "/tin/bai-000.html", "/tin/moi.html")
	seq2 := r.mustCrawl("/").Sequence
	if diff := cmp.Diff(map[string]int{"/tin": 1, "/tin/moi.html": 1}, site.full); diff != "" {
		t.Errorf("answered in full after two hours (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[string]int{"/": 1}, site.same); diff != "" {
		t.Errorf("unchanged after two hours (-want +got):\n%s", diff)
	}
	if got := r.changedSince(seq); !cmp.Equal(got, []string{"/tin", "/tin/moi.html"}) {
		t.Errorf("changed: %v", got)
	}

	site.since()
	r.ahead = 30 * time.Hour // articles are due, files are not
	site.site["/tin/bai-003.html"] = article("việc số 3, bản sửa", "/")
	r.mustCrawl("/")
	if diff := cmp.Diff(map[string]int{"/tin/bai-003.html": 1}, site.full); diff != "" {
		t.Errorf("answered in full on the next day (-want +got):\n%s", diff)
	}
	if n := len(site.same); n != 14 { // both lists, eleven old articles and the new one
		t.Errorf("%d were unchanged: %v", n, site.same)
	}
	if lists := site.order[:2]; !slices.Contains(lists, "/") || !slices.Contains(lists, "/tin") {
		t.Errorf("lists come first: %v", site.order)
	}
	if got := r.changedSince(seq2); !cmp.Equal(got, []string{"/tin/bai-003.html"}) {
		t.Errorf("changed: %v", got)
	}

	site.since()
	r.ahead = 60 * time.Hour // what had not changed is left for two days, what had for one
	r.mustCrawl("/")
	asked := slices.Sorted(maps.Keys(site.same))
	if want := []string{"/", "/tin", "/tin/bai-003.html"}; !cmp.Equal(asked, want) || len(site.full) > 0 {
		t.Errorf("asked for %v and %v, want %v", asked, site.full, want)
	}
	r.verifyArchive()
}

func TestRecheckedFailuresKeepWhatWasRead(t *testing.T) {
	site := newTagged(district(2))
	r := newRig(t, site)
	r.mustCrawl("/")
	delete(site.site, "/tin/bai-001.html")
	delete(site.site, "/files/52.pdf")
	seen := func() model.Presence {
		p, err := r.store.Presence(t.Context(), articleID(r, "/tin/bai-001.html"))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	for day := 8; !seen().Gone; day += 8 { // a failure is asked for again, each time later
		if day > 40 {
			t.Fatalf("not gone after %d days: %+v", day, seen())
		}
		r.ahead = time.Duration(day) * 24 * time.Hour
		r.mustCrawl("/")
	}
	a, err := r.store.Article(t.Context(), articleID(r, "/tin/bai-000.html"))
	if err != nil || a.Attachments[0].State != model.Read || a.Attachments[0].Text == "" {
		t.Errorf("a file that is gone lost its text: %+v, %v", a.Attachments, err)
	}
	if n := r.times("/files/52.pdf"); n < 2 {
		t.Errorf("the file was asked for %d times", n)
	}
}

func TestIntervals(t *testing.T) {
	now := time.Now()
	own := &portal.Portal{Revisit: portal.Revisit{Pages: portal.Span{Least: 2 * day, Most: 10 * day}}}
	old := model.DateOf(now.Add(-365 * day))
	for _, c := range []struct {
		name  string
		task  store.Task
		out   store.Visit
		from  *portal.Portal
		every time.Duration
	}{
		{"a new article", store.Task{}, store.Visit{Article: &model.Article{Published: model.DateOf(now)}}, nil, day},
		{"one of last year", store.Task{}, store.Visit{Article: &model.Article{Published: old}}, nil, 36*day + 12*time.Hour},
		{"that on a portal with bounds", store.Task{}, store.Visit{Article: &model.Article{Published: old}}, own, 10 * day},
		{"changed", store.Task{Last: store.Last{Answer: "1", Every: 8 * day}}, store.Visit{Article: &model.Article{Text: "a"}}, nil, 4 * day},
		{"unchanged", store.Task{Last: store.Last{Answer: "1", Every: 8 * day}}, store.Visit{Outcome: store.Outcome{State: store.Done, Reason: unchanged}}, nil, 16 * day},
		{"failed", store.Task{Last: store.Last{Answer: "1", Every: 150 * day}}, store.Visit{Outcome: store.Outcome{State: store.Failed}}, nil, 180 * day},
		{"failed at first", store.Task{}, store.Visit{Outcome: store.Outcome{State: store.Failed}}, nil, day},
		{"a list", store.Task{}, store.Visit{Article: &model.Article{Kind: model.KindList}}, nil, time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.task.Kind, c.task.Referrer, c.task.Priority = store.TaskPage, "http://x/", pageNext
			if c.out.Outcome.State == "" {
				c.out.Outcome.State = store.Done
			}
			c.out.Capture = &model.Capture{}
			v := &visit{
				Crawler: &Crawler{Parts: Parts{Now: func() time.Time { return now }, Portals: &portal.Registry{}}, scope: newScope([]Seed{{Portal: c.from}}, 9)},
				task:    c.task, out: c.out,
			}
			v.schedule()
			got := v.out.Outcome
			if diff := got.Last.Every - c.every; diff < -day/5 || diff > day/5 || !got.DueAt.Equal(now.Add(got.Last.Every)) {
				t.Errorf("every %v, due %v; want %v", got.Last.Every, got.DueAt, c.every)
			}
		})
	}
}
