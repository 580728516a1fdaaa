package extract

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tracuu/data"
	"tracuu/internal/casetest"
	"tracuu/internal/model"
	"tracuu/internal/portal"
)

// styleLine is a fact on one line: what it says, and for goals and tasks the
// words that say it.
type styleLine struct{ says, quote string }

func parseStyle(line string) styleLine {
	says, quote, _ := strings.Cut(line, " | ")
	return styleLine{strings.TrimSpace(says), strings.TrimSpace(quote)}
}

func (l styleLine) String() string {
	if l.quote == "" {
		return l.says
	}
	return l.says + " | " + strings.Join(strings.Fields(l.quote), " ")
}

// same tells whether two lines are one fact: they say the same, in quotes that
// share most of their words.
func (l styleLine) same(o styleLine) bool {
	const share = 0.6
	return strings.EqualFold(l.says, o.says) && (l.quote == "" || overlap(l.quote, o.quote) >= share)
}

var styleWord = regexp.MustCompile(`[\pL\pN]+`)

// overlap is the share of the words of the shorter quote that the other has.
func overlap(a, b string) float64 {
	wa, wb := styleWord.FindAllString(strings.ToLower(a), -1), styleWord.FindAllString(strings.ToLower(b), -1)
	if len(wa) > len(wb) {
		wa, wb = wb, wa
	}
	n := 0
	for _, w := range wa {
		if slices.Contains(wb, w) {
			n++
		}
	}
	return float64(n) / float64(max(1, len(wa)))
}

// styleFacts are the facts of a text, read as a file without markup, as lines;
// numbers and relations once each.
func styleFacts(t *testing.T, x *Extractor, input string) []styleLine {
	t.Helper()
	read, err := x.Page(Input{URL: "http://x.example/a.txt", MediaType: "text/plain", Body: []byte(input)})
	if err != nil {
		t.Fatal(err)
	}
	f := read.Article.Facts
	var out []styleLine
	once := func(says string) {
		if l := (styleLine{says: says}); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	issued := map[string]string{}
	for _, m := range f.Mentions {
		if !m.Issued.IsZero() {
			issued[number(m)] = " " + m.Issued.String()
		}
	}
	for _, m := range f.Mentions {
		once("number " + number(m) + issued[number(m)])
	}
	for _, r := range f.Relations {
		once(fmt.Sprintf("relation %s %s", r.Type, number(f.Mentions[r.To])))
	}
	for _, t := range f.Targets {
		out = append(out, styleLine{"target " + styleValue(t) + by(t.Due), t.Quote})
	}
	for _, a := range f.Assignments {
		out = append(out, styleLine{"assignment " + a.Agency + by(a.Due.String()), a.Quote})
	}
	return out
}

func by(due string) string {
	if due == "" {
		return ""
	}
	return " by " + due
}

func styleValue(t model.Target) string {
	if t.Value == nil {
		return string(t.Op)
	}
	s := fmt.Sprintf("%s %v", t.Op, *t.Value)
	if t.ValueTo != nil {
		s += fmt.Sprintf("..%v", *t.ValueTo)
	}
	return strings.TrimSpace(s + " " + t.Unit)
}

// TestStyles reads texts in the styles of many offices. The lines of a case are
// what a clerk takes from the text; "missed" marks those that are not read yet,
// "invented" what is read beside them. With -update only the marks are written
// anew: what the clerk took stays.
func TestStyles(t *testing.T) {
	for _, file := range []string{"testdata/styles.txt", "testdata/styles_unseen.txt"} {
		t.Run(file, func(t *testing.T) { styleFile(t, file) })
	}
}

func styleFile(t *testing.T, file string) {
	t.Helper()
	const divider, closer = "\n----\n", "\n====\n"
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	reg, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	x := New(reg)
	took, read := map[string]int{}, map[string]int{}
	invented := map[string]int{}
	var written []string
	for _, c := range strings.Split(strings.TrimSuffix(string(raw), "\n"), closer) {
		head, want, _ := strings.Cut(c, divider)
		input := head
		if strings.HasPrefix(head, "# ") {
			_, input, _ = strings.Cut(head, "\n")
		}
		got := compareStyle(want, styleFacts(t, x, input), took, read, invented)
		if got != want && !casetest.Update() {
			t.Errorf("%s\n got:\n%s\n want:\n%s", head, got, want)
		}
		written = append(written, head+divider+got)
	}
	for kind, n := range took {
		t.Logf("%s: %d of %d, %d invented", kind, read[kind], n, invented[kind])
	}
	if casetest.Update() {
		if err := os.WriteFile(file, []byte(strings.Join(written, closer)+"\n"), 0o644); err != nil { //nolint:gosec // case files are for everyone to read
			t.Fatal(err)
		}
	}
}

// compareStyle writes the marks of a case: the clerk's lines in their order,
// then what was invented.
func compareStyle(want string, facts []styleLine, took, read, invented map[string]int) string {
	var out []string
	for line := range strings.Lines(want) {
		line = strings.TrimSpace(line)
		if line == "none" || line == "" || strings.HasPrefix(line, "invented ") {
			continue
		}
		clerk := parseStyle(strings.TrimPrefix(line, "missed "))
		kind, _, _ := strings.Cut(clerk.says, " ")
		took[kind]++
		at := slices.IndexFunc(facts, clerk.same)
		if at < 0 {
			out = append(out, "missed "+clerk.String())
			continue
		}
		read[kind]++
		facts = slices.Delete(facts, at, at+1)
		out = append(out, clerk.String())
	}
	for _, l := range facts {
		kind, _, _ := strings.Cut(l.says, " ")
		invented[kind]++
		out = append(out, "invented "+l.String())
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, "\n")
}
