package search

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/retrieval"
	"tracuu/internal/store"
)

// ledger is a change sequence in memory.
type ledger struct {
	mu      sync.Mutex
	changes []model.Change
	have    map[string]store.Heading
	err     error
}

func (l *ledger) put(h store.Heading) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.have[h.ID] = h
	l.changes = append(l.changes, model.Change{Seq: int64(len(l.changes) + 1), Kind: h.Kind, ID: h.ID})
}

func (l *ledger) drop(kind model.ChangeKind, id string) {
	l.put(store.Heading{Kind: kind, ID: id})
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.have, id)
}

func (l *ledger) Changes(_ context.Context, after int64, limit int) ([]model.Change, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	rest := l.changes[min(int(after), len(l.changes)):]
	return rest[:min(limit, len(rest))], l.err
}

func (l *ledger) Headings(_ context.Context, changes []model.Change) ([]store.Heading, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []store.Heading
	seen := map[string]bool{}
	for _, c := range changes {
		if h, ok := l.have[c.ID]; ok && !seen[c.ID] {
			seen[c.ID] = true
			out = append(out, h)
		}
	}
	return out, nil
}

func headline(id, title string) store.Heading {
	return store.Heading{Kind: model.ArticleChanged, ID: id, Title: title, PageKind: model.KindArticle}
}

func plan(t *testing.T, id, number, issuer string, year int) store.Heading {
	t.Helper()
	n, err := docnum.Parse(number)
	if err != nil {
		t.Fatal(err)
	}
	return store.Heading{Kind: model.DocumentChanged, ID: id, Number: n, Issuer: issuer, Year: year, Status: model.CitedOnly, Mentions: 1}
}

func follow(t *testing.T, n *names) {
	t.Helper()
	if err := n.catchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func textsOf(found []Suggestion) string {
	var out []string
	for _, s := range found {
		out = append(out, s.Text)
	}
	return strings.Join(out, "; ")
}

// TestNamesFollowTheStore: what comes, changes and goes is known at once.
func TestNamesFollowTheStore(t *testing.T) {
	l := &ledger{have: map[string]store.Heading{}}
	n := newNames(l)
	l.put(headline("a", "Lịch trực xzq"))
	follow(t, n)
	if got := textsOf(n.suggest("xzq", 5)); got != "Lịch trực xzq" {
		t.Errorf("at the start: %q", got)
	}
	l.put(headline("b", "Thông báo xzq"))
	service := &Service{names: n}
	service.searcher = func() (*retrieval.Searcher, error) { return nil, errors.New("none") }
	service.Applied(index.Batch{})
	if got := textsOf(n.suggest("xzq", 5)); got != "Lịch trực xzq; Thông báo xzq" {
		t.Errorf("after an article came: %q", got)
	}
	l.put(headline("a", "Lịch họp"))
	l.drop(model.ArticleChanged, "b")
	list := headline("c", "Danh sách xzq")
	list.PageKind = model.KindList
	l.put(list)
	follow(t, n)
	if got := textsOf(n.suggest("xzq", 5)); got != "" {
		t.Errorf("after they changed and went: %q", got)
	}
	l.put(plan(t, "d", "77/KH-UBND", "UBND huyện Tân Khê", 2021))
	follow(t, n)
	if got := n.suggest("77 kh", 5); len(got) != 1 || got[0].DocumentID != "d" {
		t.Errorf("a document: %+v", got)
	}
	l.drop(model.DocumentChanged, "d")
	follow(t, n)
	if got := n.suggest("77 kh", 5); len(got) != 0 {
		t.Errorf("a document that went: %+v", got)
	}
}

func TestNamesThatCannotBeRead(t *testing.T) {
	l := &ledger{have: map[string]store.Heading{}, err: errors.New("busy")}
	n := newNames(l)
	if err := n.ready(t.Context()); !errors.Is(err, l.err) {
		t.Errorf("got %v", err)
	}
	l.err = nil
	l.put(headline("a", "Lịch trực xzq"))
	if err := n.ready(t.Context()); err != nil || textsOf(n.suggest("xzq", 5)) == "" {
		t.Errorf("it is not tried again: %v", err)
	}
}

// TestNumbersOfOneName: a number that several documents have leads to a search
// while others are told beside it, and is told apart when it stands alone.
func TestNumbersOfOneName(t *testing.T) {
	l := &ledger{have: map[string]store.Heading{}}
	n := newNames(l)
	l.put(plan(t, "1", "52/KH-UBND", "UBND huyện Tân Khê", 2021))
	l.put(plan(t, "2", "52/KH-UBND", "UBND huyện Phước Điền", 2022))
	l.put(plan(t, "3", "52/QĐ-UBND", "UBND huyện Phước Điền", 2022))
	l.put(plan(t, "4", "521/KH-UBND", "UBND huyện Phước Điền", 2022))
	l.put(plan(t, "5", "15/2020/NĐ-CP", "Chính phủ", 2020))
	follow(t, n)
	for _, c := range []struct{ typed, want string }{
		{"52", "Kế hoạch 52/KH-UBND (2) ; Quyết định 52/QĐ-UBND (1) 3; Kế hoạch 521/KH-UBND (1) 4"},
		{"52/", "Kế hoạch 52/KH-UBND (2) ; Quyết định 52/QĐ-UBND (1) 3"},
		{"52 kh", "Kế hoạch 52/KH-UBND (1) 2; Kế hoạch 52/KH-UBND (1) 1"},
		{"52 kh ubnd 2021", "Kế hoạch 52/KH-UBND (1) 1"},
		{"kh 52 tan kh", "Kế hoạch 52/KH-UBND (1) 1"},
		{"kh 5", "Kế hoạch 52/KH-UBND (2) ; Kế hoạch 521/KH-UBND (1) 4"},
		{"15/2", "Nghị định 15/2020/NĐ-CP (1) 5"},
		{"15/2020", "Nghị định 15/2020/NĐ-CP (1) 5"},
		{"15/2021", ""},
		{"nđ 15", "Nghị định 15/2020/NĐ-CP (1) 5"},
		{"53", ""},
	} {
		var got []string
		for _, s := range n.suggest(c.typed, 8) {
			if s.Kind == SuggestNumber {
				got = append(got, fmt.Sprintf("%s (%d) %s", s.Text, s.Count, s.DocumentID))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q: got %q, want %q", c.typed, strings.Join(got, "; "), c.want)
		}
	}
}

func TestShares(t *testing.T) {
	some := func(n int, text string, whole bool) []ranked {
		out := []ranked{}
		for range n {
			out = append(out, ranked{Suggestion{Text: text}, whole})
		}
		return out
	}
	for _, c := range []struct {
		titles, agencies, places int
		want                     string
	}{
		{9, 9, 9, "P P A A A T T T"},
		{9, 0, 0, "T T T T T T T T"},
		{1, 9, 9, "P P A A A T A A"},
		{0, 0, 3, "P P P"},
		{0, 0, 0, ""},
	} {
		got := share(8, some(c.titles, "T", false), some(c.agencies, "A", false), some(c.places, "P", true))
		if joined := strings.ReplaceAll(textsOf(got), ";", ""); strings.Count(joined, "P") != strings.Count(c.want, "P") ||
			strings.Count(joined, "A") != strings.Count(c.want, "A") || strings.Count(joined, "T") != strings.Count(c.want, "T") ||
			len(joined) > 0 && c.places > 0 && joined[0] != 'P' {
			t.Errorf("%+v: got %q", c, joined)
		}
	}
}

func FuzzSuggest(f *testing.F) {
	l := &ledger{have: map[string]store.Heading{}}
	n := newNames(l)
	l.put(headline("a", "Lịch trực 52/KH-UBND"))
	number, err := docnum.Parse("52/KH-UBND")
	if err != nil {
		f.Fatal(err)
	}
	l.put(store.Heading{Kind: model.DocumentChanged, ID: "d", Number: number, Year: 2021, Status: model.Held})
	if err := n.catchUp(context.Background()); err != nil {
		f.Fatal(err)
	}
	f.Add("52/kh")
	f.Add("0052/2021 số \x00")
	f.Fuzz(func(t *testing.T, text string) {
		clean, err := cleanText("q", text)
		if err != nil || clean == "" {
			return
		}
		for _, s := range n.suggest(clean, 4) {
			if len(s.Parts) == 0 || s.Text == "" || s.Count < 1 {
				t.Fatalf("%q: %+v", text, s)
			}
		}
	})
}
