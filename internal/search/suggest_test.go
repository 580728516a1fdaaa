package search_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

func suggest(t *testing.T, s *search.Service, text string) []search.Suggestion {
	t.Helper()
	got, err := s.Suggest(t.Context(), text, 0)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return got
}

// shown writes a suggestion with what was typed in brackets.
func shown(s search.Suggestion) string {
	var b strings.Builder
	for _, p := range s.Parts {
		if p.Match {
			p.Text = "[" + p.Text + "]"
		}
		b.WriteString(p.Text)
	}
	return string(s.Kind) + " " + b.String()
}

func TestSuggest(t *testing.T) {
	s := searchtest.Open(t)
	for _, c := range []struct{ typed, first string }{
		{"6", "number Kế hoạch [6]13/KH-UBND"},
		{"613", "number Kế hoạch [613]/KH-UBND"},
		{"52 kh", "number Kế hoạch [52/KH]-UBND"},
		{"kh 52", "number Kế hoạch [52/KH]-UBND"},
		{"52/KH-U", "number Kế hoạch [52/KH-U]BND"},
		{"52khub", "number Kế hoạch [52]/KH-UBND"},
		{"kế hoạch số 5", "number [Kế hoạch 5]2/KH-UBND"},
		{"52 kh phuoc di", "number Kế hoạch [52/KH]-UBND"},
		{"52 kh 2022", "number Kế hoạch [52/KH]-UBND"},
		{"ct 5", "title "}, // nothing of that type
		{"rác th", "title Phát động phong trào Chống [rác th]ải nhựa trên địa bàn huyện Tân Khê"},
		{"RAC  THAI", "title Phát động phong trào Chống [rác thải] nhựa trên địa bàn huyện Tân Khê"},
		{"nhựa chống", "title Phát động phong trào [Chống] rác thải [nhựa] trên địa bàn huyện Tân Khê"},
		{"ubnd huyện phước", "agency [UBND huyện Phước] Điền"},
		{"càng lo", "place huyện [Càng Lo]ng, tỉnh Trà Vinh"},
		{"<script>al", "title <[script>al]ert(\"xin chào\")</script> & “ngoặc kép” về họp giao ban"},
		{"zzzz", ""},
		{"613 zz", ""},
		{"614", ""},
		{"  ", ""},
	} {
		got := suggest(t, s, c.typed)
		switch {
		case len(got) > 0 && (c.first == "" || c.first == "title "):
			if c.first == "" || got[0].Kind == search.SuggestNumber {
				t.Errorf("%q: got %s", c.typed, shown(got[0]))
			}
		case c.first == "" || c.first == "title ":
		case !slices.ContainsFunc(got, func(s search.Suggestion) bool { return shown(s) == c.first }):
			t.Errorf("%q: no %s in %d:", c.typed, c.first, len(got))
			for _, s := range got {
				t.Log(shown(s))
			}
		}
	}
}

func TestSuggestionsLead(t *testing.T) {
	s := searchtest.Open(t)
	number := suggest(t, s, "52 kh")[0]
	if number.DocumentID == "" || number.Count != 1 || number.Text != "Kế hoạch 52/KH-UBND" ||
		!strings.Contains(number.Detail, "18/03/2022") || !strings.Contains(number.Detail, "UBND huyện Phước Điền") {
		t.Errorf("%+v", number)
	}
	if _, err := s.Document(t.Context(), number.DocumentID); err != nil {
		t.Error(err)
	}
	title := suggest(t, s, "phát động phong trào")[0]
	if title.ArticleID == "" || title.Text != searchtest.WasteTitle || title.DocumentID != "" {
		t.Errorf("%+v", title)
	}
	if _, err := s.Article(t.Context(), title.ArticleID); err != nil {
		t.Error(err)
	}
}

func TestSuggestionsOfBadInput(t *testing.T) {
	s := searchtest.Open(t)
	for _, text := range []string{"\xff", "a\x00b"} {
		if _, err := s.Suggest(t.Context(), text, 0); !errors.Is(err, search.ErrQuestion) {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, limit := range []int{-1, search.MaxSuggestions + 1} {
		if _, err := s.Suggest(t.Context(), "a", limit); !errors.Is(err, search.ErrQuestion) {
			t.Errorf("limit %d: %v", limit, err)
		}
	}
	for _, text := range []string{strings.Repeat("a ", 1<<19), strings.Repeat("(", 10_000), strings.Repeat("1/", 5000), "loại:", `"`, "🙂", "9999999999999999999999/"} {
		if got := suggest(t, s, text); len(got) > search.DefaultSuggestions {
			t.Errorf("%.20q: %d suggestions", text, len(got))
		}
	}
	if got, err := s.Suggest(t.Context(), "huyện", 2); err != nil || len(got) != 2 {
		t.Errorf("%d of 2 suggestions, %v", len(got), err)
	}
}
