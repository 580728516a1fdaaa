package crawl

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// flood shuts patterns of addresses that give nothing new page after page:
// calendars without end, the same page under any number, filters that are
// combined. It remembers within a run.
type flood struct {
	mu       sync.Mutex
	patterns map[string]*stretch
}

// stretch is how pages of one pattern went lately.
type stretch struct {
	barren int                 // pages in a row that brought nothing
	shut   bool                // no more of them in this run
	texts  map[uint64]struct{} // what its pages said
}

const (
	// maxBarren ends a calendar within a year of days.
	maxBarren   = 300
	maxPatterns = 100_000
	maxTexts    = 10_000 // of a pattern
	maxValue    = 32     // bytes of a parameter that tell patterns apart
)

const floodReason = "hàng trăm trang cùng mẫu địa chỉ không có gì mới (lịch hoặc trang lặp); bỏ qua trong lần chạy này"

var digits = regexp.MustCompile(`[0-9]+`)

func newFlood() *flood { return &flood{patterns: map[string]*stretch{}} }

// pattern is an address with its numbers left open, parameters in one order.
func pattern(a Address) string {
	var query []string
	for part := range strings.SplitSeq(a.Query, "&") {
		if value, err := url.QueryUnescape(part); err == nil {
			part = value
		}
		name, value, _ := strings.Cut(part, "=")
		query = append(query, name+"="+value[:min(len(value), maxValue)])
	}
	slices.Sort(query)
	return digits.ReplaceAllString(a.Host+a.Path+"?"+strings.Join(query, "&"), "#")
}

// shuts tells whether no more pages of the address's pattern are wanted. An
// address without a number is a pattern of its own and never shut.
func (f *flood) shuts(a Address) bool {
	p := pattern(a)
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.patterns[p]
	return s != nil && s.shut
}

// note takes in what a page brought, and tells whether its pattern is shut by
// it. links are those that were not known before.
func (f *flood) note(a Address, article *model.Article, links []store.Link) (shut bool) {
	p := pattern(a)
	if !strings.Contains(p, "#") {
		return false
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.patterns[p]
	if s == nil {
		if len(f.patterns) >= maxPatterns {
			return false
		}
		s = &stretch{texts: map[uint64]struct{}{}}
		f.patterns[p] = s
	}
	if s.says(article) || leadsOn(p, links) {
		s.barren = 0
		return false
	}
	s.barren++
	if s.barren < maxBarren || s.shut {
		return false
	}
	s.shut = true
	return true
}

// says tells whether the page says what its pattern has not said yet. Numbers
// alone say nothing, but those of documents do.
func (s *stretch) says(a *model.Article) bool {
	if a == nil {
		return false
	}
	h := xxhash.New()
	_, _ = h.WriteString(digits.ReplaceAllString(a.Text, "")) // it never fails
	for _, m := range a.Mentions {
		_, _ = h.WriteString("\n" + m.Number.Canonical)
	}
	text := h.Sum64()
	if _, known := s.texts[text]; known {
		return false
	}
	if len(s.texts) < maxTexts {
		s.texts[text] = struct{}{}
	}
	return true
}

// leadsOn tells whether a link leads out of the pattern.
func leadsOn(p string, links []store.Link) bool {
	return slices.ContainsFunc(links, func(l store.Link) bool {
		a, err := ParseAddress(l.URL)
		return err == nil && pattern(a) != p
	})
}
