package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// identityCase lists pages and what they come to. documents: id -> status.
// mentions: "slug place" -> document id; "a | b" when ambiguous; "" when the
// mention names no document.
type identityCase struct {
	name      string
	pages     []*model.Article
	documents map[string]model.Status
	mentions  map[string]string
}

const (
	calangLong = "UBND huyện Càng Long"
	krongNo    = "UBND huyện Krông Nô"
	inCang     = "52_kh-ubnd.2022.ubnd-huyen-cang-long"
	inKrong    = "52_kh-ubnd.2022.ubnd-huyen-krong-no"
)

func identityCases() []identityCase {
	return []identityCase{
		{
			name: "one number of two districts is two documents",
			pages: []*model.Article{
				page("a", 2022, announce(calangLong)),
				page("b", 2022, announce(krongNo)),
			},
			documents: map[string]model.Status{inCang: model.Held, inKrong: model.Held},
			mentions:  map[string]string{"a 0": inCang, "b 0": inKrong},
		},
		{
			name:      "a register lists what no page announces",
			pages:     []*model.Article{row("a", 2022, announce(calangLong)), page("b", 2022, cite("52/KH-UBND", 2022, calangLong))},
			documents: map[string]model.Status{inCang: model.Listed},
			mentions:  map[string]string{"a 0": inCang, "b 0": inCang},
		},
		{
			name:      "a page tells better than a row of a register",
			pages:     []*model.Article{row("a", 2021, announce(calangLong)), page("b", 2022, announce(calangLong))},
			documents: map[string]model.Status{inCang: model.Held},
			mentions:  map[string]string{"a 0": inCang, "b 0": inCang},
		},
		{
			name: "one number of two years is two documents",
			pages: []*model.Article{
				page("a", 2022, cite("52/KH-UBND", 2021, calangLong)),
				page("b", 2022, cite("52/KH-UBND", 2022, calangLong)),
			},
			documents: map[string]model.Status{"52_kh-ubnd.2021.ubnd-huyen-cang-long": model.CitedOnly, inCang: model.CitedOnly},
			mentions:  map[string]string{"a 0": "52_kh-ubnd.2021.ubnd-huyen-cang-long", "b 0": inCang},
		},
		{
			name: "a year inside the number makes another number",
			pages: []*model.Article{
				page("a", 2026, cite("16/NQ-HĐND", 2026, "HĐND tỉnh Đắk Nông")),
				page("b", 2026, cite("16/2026/NQ-HĐND", 0, "HĐND tỉnh Đắk Nông")),
			},
			documents: map[string]model.Status{
				"16_nq-hdnd.2026.hdnd-tinh-dak-nong": model.CitedOnly, "16_2026_nq-hdnd.2026.hdnd-tinh-dak-nong": model.CitedOnly,
			},
			mentions: map[string]string{
				"a 0": "16_nq-hdnd.2026.hdnd-tinh-dak-nong", "b 0": "16_2026_nq-hdnd.2026.hdnd-tinh-dak-nong",
			},
		},
		{
			name: "spellings of an issuer are one issuer",
			pages: []*model.Article{
				page("a", 2022, announce(calangLong)),
				page("b", 2022, cite("52/KH-UBND", 2022, "Ủy ban nhân dân huyện Càng Long")),
				page("c", 2022, cite("52/KH-UBND", 2022, "Uỷ Ban Nhân Dân HUYỆN CÀNG LONG")),
			},
			documents: map[string]model.Status{inCang: model.Held},
			mentions:  map[string]string{"a 0": inCang, "b 0": inCang, "c 0": inCang},
		},
		{
			name: "what an article tells elsewhere completes a mention",
			pages: []*model.Article{
				page("a", 2022, cite("52/KH-UBND", 0, ""), announce(calangLong), cite("KH 52", 0, "")),
				page("b", 2022, cite("52/KH-UBND", 2022, ""), cite("52/KH-UBND", 0, krongNo)),
			},
			documents: map[string]model.Status{inCang: model.Held, inKrong: model.CitedOnly},
			mentions:  map[string]string{"a 0": inCang, "a 1": inCang, "a 2": inCang, "b 0": inKrong, "b 1": inKrong},
		},
		{
			name: "the only document that agrees is meant",
			pages: []*model.Article{
				page("a", 2022, announce(calangLong)),
				page("b", 2023, cite("52/KH-UBND", 0, calangLong)),
				page("c", 2022, cite("52/KH-UBND", 2022, "")),
				page("d", 0, cite("52/KH-UBND", 0, "")),
			},
			documents: map[string]model.Status{inCang: model.Held},
			mentions:  map[string]string{"a 0": inCang, "b 0": inCang, "c 0": inCang, "d 0": inCang},
		},
		{
			name: "several that agree stay candidates",
			pages: []*model.Article{
				page("a", 2022, announce(calangLong)),
				page("b", 2022, announce(krongNo)),
				page("c", 2023, cite("52/KH-UBND", 0, "")),
				page("d", 2023, cite("52/KH-UBND", 0, krongNo)),
			},
			documents: map[string]model.Status{inCang: model.Held, inKrong: model.Held},
			mentions:  map[string]string{"a 0": inCang, "b 0": inKrong, "c 0": inCang + " | " + inKrong, "d 0": inKrong},
		},
		{
			name: "none that agrees: a document with unknown parts",
			pages: []*model.Article{
				page("a", 2019, cite("613/KH-UBND", 0, "")),
				page("b", 2020, cite("613/KH-UBND", 0, "")),
			},
			documents: map[string]model.Status{"613_kh-ubnd..": model.CitedOnly},
			mentions:  map[string]string{"a 0": "613_kh-ubnd..", "b 0": "613_kh-ubnd.."},
		},
		{
			name: "half known documents serve those who know less",
			pages: []*model.Article{
				page("a", 2022, cite("52/KH-UBND", 2022, "")),
				page("b", 2022, cite("52/KH-UBND", 0, "")),
				page("c", 2022, cite("52/KH-UBND", 2021, krongNo)),
			},
			documents: map[string]model.Status{
				"52_kh-ubnd.2022.": model.CitedOnly, "52_kh-ubnd.2021.ubnd-huyen-krong-no": model.CitedOnly,
			},
			mentions: map[string]string{
				"a 0": "52_kh-ubnd.2022.", "b 0": "52_kh-ubnd.2021.ubnd-huyen-krong-no | 52_kh-ubnd.2022.",
				"c 0": "52_kh-ubnd.2021.ubnd-huyen-krong-no",
			},
		},
		{
			name: "an article cannot cite what was issued later",
			pages: []*model.Article{
				page("a", 2019, cite("52/KH-UBND", 0, calangLong)),
				page("b", 2022, announce(calangLong)),
			},
			documents: map[string]model.Status{"52_kh-ubnd..ubnd-huyen-cang-long": model.CitedOnly, inCang: model.Held},
			mentions:  map[string]string{"a 0": "52_kh-ubnd..ubnd-huyen-cang-long", "b 0": inCang},
		},
		{
			name: "bare mentions",
			pages: []*model.Article{
				page("a", 2022, cite("CT 15", 0, ""), cite("CT 48", 0, "Ban Thường vụ Tỉnh ủy Trà Vinh"), cite("KH 1", 0, "")),
				page("b", 2022, cite("15-CT/TU", 2021, "Tỉnh ủy Trà Vinh")),
				page("c", 2022, cite("15/CT-TTg", 2020, "Thủ tướng Chính phủ"), cite("CT 15", 2020, "")),
				page("d", 2023, cite("01/KH-UBND", 2022, calangLong)),
			},
			documents: map[string]model.Status{
				"15-ct_tu.2021.tinh-uy-tra-vinh": model.CitedOnly, "15_ct-ttg.2020.thu-tuong-chinh-phu": model.CitedOnly,
				"ct~48..ban-thuong-vu-tinh-uy-tra-vinh": model.CitedOnly, "1_kh-ubnd.2022.ubnd-huyen-cang-long": model.CitedOnly,
			},
			mentions: map[string]string{
				"a 0": "15-ct_tu.2021.tinh-uy-tra-vinh | 15_ct-ttg.2020.thu-tuong-chinh-phu",
				"a 1": "ct~48..ban-thuong-vu-tinh-uy-tra-vinh", "a 2": "1_kh-ubnd.2022.ubnd-huyen-cang-long",
				"b 0": "15-ct_tu.2021.tinh-uy-tra-vinh", "c 0": "15_ct-ttg.2020.thu-tuong-chinh-phu",
				"c 1": "15_ct-ttg.2020.thu-tuong-chinh-phu", "d 0": "1_kh-ubnd.2022.ubnd-huyen-cang-long",
			},
		},
		{
			name:      "a bare mention alone names nothing",
			pages:     []*model.Article{page("a", 2022, cite("CT 15", 0, ""))},
			documents: map[string]model.Status{},
			mentions:  map[string]string{"a 0": ""},
		},
	}
}

func testIdentity(t *testing.T, open Open) {
	for _, c := range identityCases() {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			for order := range permutations(len(c.pages)) {
				for _, i := range order {
					commitPages(t, s, c.pages[i])
				}
				got := snapshot(t, s, c.pages)
				if diff := cmp.Diff(outcome{c.documents, c.mentions}, got.brief(), cmp.AllowUnexported(outcome{})); diff != "" {
					t.Fatalf("arrival order %v (-want +got):\n%s", order, diff)
				}
				for _, a := range c.pages {
					commitPages(t, s, page(a.Portal, 0))
				}
				if left := snapshot(t, s, c.pages); len(left.Documents) > 0 {
					t.Fatalf("documents that nothing mentions: %v", left.Documents)
				}
			}
		})
	}
}

// permutations yields every order of n things.
func permutations(n int) func(yield func([]int) bool) {
	return func(yield func([]int) bool) {
		var extend func(order []int) bool
		extend = func(order []int) bool {
			if len(order) == n {
				return yield(order)
			}
			for i := range n {
				if !slices.Contains(order, i) && !extend(append(slices.Clone(order), i)) {
					return false
				}
			}
			return true
		}
		extend(nil)
	}
}

type outcome struct {
	documents map[string]model.Status
	mentions  map[string]string
}

// state is all that the store tells of documents.
type state struct {
	Documents map[string]model.Document
	Mentions  map[string]string
}

func (s state) brief() outcome {
	out := outcome{map[string]model.Status{}, s.Mentions}
	for id, d := range s.Documents {
		out.documents[id] = d.Status
	}
	return out
}

func snapshot(t testing.TB, s store.Store, pages []*model.Article) state {
	t.Helper()
	ctx := context.Background()
	out := state{map[string]model.Document{}, map[string]string{}}
	changes, err := s.Changes(ctx, 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		if c.Kind != model.DocumentChanged {
			continue
		}
		d, err := s.Document(ctx, c.ID)
		if c.Deleted != errors.Is(err, store.ErrNotFound) {
			t.Fatalf("document %s: deleted %v, but reading it gives %v", c.ID, c.Deleted, err)
		}
		if err == nil {
			out.Documents[c.ID] = d
		}
	}
	for _, a := range pages {
		mentions, err := s.ArticleMentions(ctx, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		for i, m := range mentions {
			text := m.DocumentID
			if text == "" {
				text = strings.Join(m.Candidates, " | ")
			}
			out.Mentions[placeKey(a, i)] = text
		}
	}
	return out
}

// placeKey names a mention in the tests' tables.
func placeKey(a *model.Article, i int) string { return fmt.Sprintf("%s %d", a.Portal, i) }

// testAnyOrder draws pages and two histories that end with them: the store
// must end the same, whatever it held before, and as the plain reference says.
func testAnyOrder(t *testing.T, open Open) {
	one, two := open(t), open(t)
	rapid.Check(t, func(r *rapid.T) {
		pages := make([]*model.Article, 4)
		for i := range pages {
			pages[i] = drawPage(r, i)
		}
		for _, i := range rapid.Permutation([]int{0, 1, 2, 3}).Draw(r, "first order") {
			commitDrawn(r, one, pages[i])
		}
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, 3), 0, 4).Draw(r, "earlier versions") {
			commitDrawn(r, two, drawPage(r, i))
		}
		for _, i := range rapid.Permutation([]int{3, 2, 1, 0}).Draw(r, "second order") {
			commitDrawn(r, two, pages[i])
		}
		a, b := snapshot(t, one, pages), snapshot(t, two, pages)
		if diff := cmp.Diff(a, b); diff != "" {
			r.Fatalf("the order of arrival shows (-first +second):\n%s", diff)
		}
		want, err := expected(context.Background(), pages)
		if err != nil {
			r.Fatal(err)
		}
		for key, ids := range want {
			if text := strings.Join(ids, " | "); text != a.Mentions[key] {
				r.Fatalf("mention %s names %q, want %q", key, a.Mentions[key], text)
			}
			for _, id := range ids {
				if _, ok := a.Documents[id]; !ok {
					r.Fatalf("mention %s names %s, which is no document", key, id)
				}
			}
		}
	})
}

func drawPage(r *rapid.T, i int) *model.Article {
	numbers := []string{"52/KH-UBND", "52/2022/KH-UBND", "52/KH-HĐND", "KH 52"}
	issuers := []string{"", calangLong, krongNo}
	var says []told
	for range rapid.IntRange(0, 3).Draw(r, "mentions") {
		says = append(says, told{
			number: rapid.SampledFrom(numbers).Draw(r, "number"),
			year:   rapid.SampledFrom([]int{0, 2021, 2022}).Draw(r, "year"),
			issuer: rapid.SampledFrom(issuers).Draw(r, "issuer"),
			role:   rapid.SampledFrom([]model.Role{model.Cited, model.Announced}).Draw(r, "role"),
		})
	}
	slug := string(rune('a' + i))
	return page(slug, rapid.SampledFrom([]int{0, 2021, 2023}).Draw(r, "published"), says...)
}

func commitDrawn(r *rapid.T, s store.Store, a *model.Article) {
	if err := s.Commit(context.Background(), visit(a, start)); err != nil {
		r.Fatal(err)
	}
}
