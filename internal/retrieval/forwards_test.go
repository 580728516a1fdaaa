package retrieval

import (
	"strings"
	"testing"

	"tracuu/internal/rank"
)

func layout(body string) *rank.Forward { return rank.NewForward(rank.Text{Body: body}) }

func TestForwardsKeepWhatFits(t *testing.T) {
	one := layout(strings.Repeat("nước sạch ", 100))
	f := newForwards(3 * one.Bytes())
	for _, id := range []string{"a", "b", "c"} {
		f.put(id, one, 0)
	}
	f.get([]string{"a"}) // b is now the oldest
	f.put("d", one, 0)
	f.put("d", one, 0)
	got, _ := f.get([]string{"a", "b", "c", "d"})
	if got[0] == nil || got[1] != nil || got[2] == nil || got[3] == nil || f.bytes != 3*one.Bytes() {
		t.Errorf("%v, %d bytes", got, f.bytes)
	}
}

func TestForwardsForgetWhatWasReadBefore(t *testing.T) {
	f := newForwards(1 << 20)
	_, state := f.get([]string{"a"})
	f.forget([]string{"a"}) // while the text of a was being read
	f.put("a", layout("cũ"), state)
	got, state := f.get([]string{"a"})
	if got[0] != nil {
		t.Error("the layout of an older text is kept")
	}
	f.put("a", layout("mới"), state)
	if got, _ = f.get([]string{"a"}); got[0] == nil {
		t.Error("the layout of the text is not kept")
	}
}

// TestChangedTexts: what is shown comes from the text as it is now, even
// before anyone told that it has changed.
func TestChangedTexts(t *testing.T) {
	docs := notices()
	s := indexed(t, docs, Options{})
	ask := func() Hit {
		t.Helper()
		res, err := s.Search(t.Context(), Request{Text: "nước sạch"})
		if err != nil || len(res.Hits) == 0 {
			t.Fatalf("%+v, %v", res, err)
		}
		return res.Hits[0]
	}
	first := ask()
	s.texts.(memory)[first.ID] = Text{Title: "Tin ngắn", Body: "Ngắn: nước sạch."}
	h := ask()
	if !strings.Contains(h.Snippet, "Ngắn: nước sạch.") || len(h.Marks) != 1 || h.Snippet[h.Marks[0].Start:h.Marks[0].End] != "nước sạch" {
		t.Errorf("%+v", h)
	}
}
