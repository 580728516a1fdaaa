package rank

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func mustLoad(t testing.TB) *Ranker {
	t.Helper()
	r, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestUnits(t *testing.T) {
	for typed, want := range map[string][]string{
		"trách nhiệm của cơ quan nhà nước": {"trach nhiem", "cua", "co quan", "nha nuoc"},
		"UBND xã": {"uy ban", "nhan dan", "xa"},
		"":        nil,
	} {
		q := mustLoad(t).Ask(typed)
		var got []string
		for _, u := range q.units {
			got = append(got, q.terms[u])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", typed, diff)
		}
	}
}

func TestForms(t *testing.T) {
	for typed, want := range map[string][]string{
		"ubnd họp": {"ubnd: uy ban nhan dan"}, "Ủy ban nhân dân": {"uy ban nhan dan: ubnd"}, "ho ngheo": nil,
	} {
		var got []string
		for _, f := range mustLoad(t).Ask(typed).Forms() {
			got = append(got, f.Of+": "+f.As)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", typed, diff)
		}
	}
}

func TestAskedArticle(t *testing.T) {
	for text, want := range map[string]string{
		"Điều 12 Luật Đất đai": "12", "theo dieu 7a": "7a", "Điều 36.3.LQ.1. Thanh niên": "", "điều kiện 5": "", "Điều 5. Tổ chức": "5",
	} {
		if got := askedArticle(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestOrder: which of two texts a question must prefer, and why.
func TestOrder(t *testing.T) {
	for name, tc := range map[string]struct {
		asked         string
		better, worse Text
	}{
		"together in a clause": {
			"thu gom rác thải", Text{Body: "Họp.\nThu gom rác thải ở chợ."}, Text{Body: "Thu thuế ở chợ.\nGom góp quỹ.\nRác và nước thải."},
		},
		"a definition": {
			"hộ cận nghèo là gì",
			Text{Title: "Luật mẫu", Body: "Giải thích từ ngữ\n\n1. Hộ cận nghèo là hộ trên chuẩn."},
			Text{Title: "Luật mẫu", Body: "Chính sách\n\n1. Hộ cận nghèo được vay vốn."},
		},
		"the article that was named":  {"Điều 4 quy định gì", Text{Title: "Điều 4. Quy định chung"}, Text{Title: "Điều 5. Quy định chung"}},
		"short form":                  {"ủy ban nhân dân xã", Text{Body: "UBND xã họp."}, Text{Body: "Nhân dân xã họp."}},
		"the accents that were typed": {"bán trâu", Text{Body: "Hội bán trâu bò."}, Text{Body: "Hội bản trâu bò."}},
		"a slip of accents":           {"bãn trâu", Text{Body: "Hội bán trâu bò."}, Text{Body: "Hội chợ trâu bò."}},
		"a synonym":                   {"đền bù đất", Text{Body: "Bồi thường đất."}, Text{Body: "Bồi thưởng đất."}},
		"a page before its file": {
			"thu thuế",
			Text{Title: "Tin mới", Body: "Họp chợ.\nThu thuế ở chợ."},
			Text{Title: "Tin mới", Body: "Họp chợ.\nThu thuế ở chợ.", Attached: len("Họp chợ.\n")},
		},
		"a heading asked for whole": {"giá nước", Text{Title: "Giá nước", Body: "Từ tháng sau."}, Text{Title: "Giá nước, điện, gas và nhiều thứ", Body: "Từ tháng sau."}},
	} {
		t.Run(name, func(t *testing.T) {
			q := mustLoad(t).Ask(tc.asked)
			with := make([]uint64, len(q.Terms()))
			for i := range with {
				with[i] = 10
			}
			q.Weigh(1000, with)
			var cs []Candidate
			for _, r := range q.Read([]*Forward{NewForward(tc.better), NewForward(tc.worse)}) {
				cs = append(cs, Candidate{Reading: r})
			}
			mustLoad(t).Score(cs)
			if cs[0].Score <= cs[1].Score {
				t.Errorf("%v, not above %v", mustLoad(t).Explain(cs[0]), mustLoad(t).Explain(cs[1]))
			}
		})
	}
}

// TestNoHeading: what is implied is no passage of endless worth where nothing
// is said.
func TestNoHeading(t *testing.T) {
	q := mustLoad(t).Ask("nước sạch sơn hà")
	q.Weigh(1000, make([]uint64, len(q.Terms())))
	cs := make([]Candidate, 2)
	for i, r := range q.Read([]*Forward{
		NewForward(Text{Implied: "Sơn Hà", Body: "Họp dân.\nNước lũ."}),
		NewForward(Text{Implied: "Sơn Hà", Title: "Nước sạch", Body: "Nước sạch về làng."}),
	}) {
		cs[i].Reading = r
	}
	mustLoad(t).Score(cs)
	if cs[1].values[featPassage] != 1 || cs[0].Score >= cs[1].Score {
		t.Errorf("%v\n%v", mustLoad(t).Explain(cs[0]), mustLoad(t).Explain(cs[1]))
	}
}

func BenchmarkRead(b *testing.B) {
	q := mustLoad(b).Ask("hộ dân được dùng nước sạch ở các xã")
	q.Weigh(1000, make([]uint64, len(q.Terms())))
	texts := make([]*Forward, 200)
	for i := range texts {
		text := Text{Title: "Kế hoạch", Body: plan + "\n" + plan}
		texts[i] = NewForward(text)
		b.SetBytes(int64(len(texts) * len(text.Body)))
	}
	for b.Loop() {
		q.Read(texts)
	}
}

func BenchmarkForward(b *testing.B) {
	text := Text{Title: "Kế hoạch", Body: plan + "\n" + plan}
	b.SetBytes(int64(len(text.Body)))
	for b.Loop() {
		NewForward(text)
	}
}
