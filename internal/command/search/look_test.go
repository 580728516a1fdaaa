package search

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

func aHit(text string, marks ...model.Span) search.Hit {
	return search.Hit{Title: "Kế hoạch \x1b[31mphát triển", Passage: search.Passage{Text: text, Marks: marks}, PortalName: "Cổng \ue000 mẫu"}
}

func TestBlocksOnATerminal(t *testing.T) {
	h := aHit("thu gom rác thải nhựa", model.Span{Start: 8, End: 19})
	got := look{24}.block(h.Title, hitDetails(h))
	want := bold + "Kế hoạch [31mphát triển" + reset + "\n" +
		indent + "thu gom " + mark + "rác thải" + reset + "\n" +
		indent + "nhựa\n" +
		indent + faint + "Cổng mẫu" + reset + "\n"
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%q\n%s", got, diff)
	}
	if plain := (look{}).block(h.Title, hitDetails(h)); strings.Contains(plain, "\x1b") || strings.Count(plain, "\n") != 3 {
		t.Errorf("plain: %q", plain)
	}
}

func TestAMarkGoesOnOverTheEndOfALine(t *testing.T) {
	h := aHit("rác thải nhựa", model.Span{Start: 0, End: len("rác thải nhựa")})
	got := look{len(indent) + 8}.block("", hitDetails(h)[:1])
	if !strings.Contains(got, indent+mark+"rác thải"+reset+"\n"+indent+mark+"nhựa"+reset) {
		t.Errorf("%q", got)
	}
}

func TestWrapping(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zàấđ]{1,12}`), 1, 40).Draw(t, "words")
		width := rapid.IntRange(5, 40).Draw(t, "width")
		lines := wrap(strings.Join(words, " "), width)
		if got := strings.Join(lines, " "); got != strings.Join(words, " ") {
			t.Fatalf("words changed: %q", got)
		}
		for _, line := range lines {
			if utf8.RuneCountInString(line) > width && strings.Contains(line, " ") {
				t.Fatalf("%q is wider than %d", line, width)
			}
		}
	})
}

func TestOutsideATerminalItIsPlain(t *testing.T) {
	var out bytes.Buffer
	s := session{stdout: &out}
	if look, w := s.terminal(); look.width != 0 || w != &out {
		t.Errorf("%+v", look)
	}
	for variable, refused := range map[string]bool{"NO_COLOR=1": true, "NO_COLOR=": false, "TERM=dumb": true, "TERM=xterm": false} {
		if refusesColour(variable) != refused {
			t.Errorf("%s", variable)
		}
	}
}
