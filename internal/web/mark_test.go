package web

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracuu/internal/model"
)

func span(text, part string) model.Span {
	i := strings.Index(text, part)
	return model.Span{Start: i, End: i + len(part)}
}

func TestSegments(t *testing.T) {
	const text = "Ngày 18/3/2022, ban hành Kế hoạch số 52/KH-UBND đạt 70% trở lên."
	number := fact{Span: span(text, "Kế hoạch số 52/KH-UBND"), kind: numberFact, note: "số", href: "/van-ban/52"}
	whole := fact{Span: span(text, "52/KH-UBND đạt 70%"), kind: targetFact, note: "chỉ tiêu"}
	day := fact{Span: span(text, "18/3/2022"), kind: dateFact, note: "ngày"}
	tests := []struct {
		name  string
		facts []fact
		want  []segment
	}{
		{"none", nil, []segment{{Text: text}}},
		{"one", []fact{day}, []segment{
			{Text: "Ngày "},
			{Text: "18/3/2022", Class: "ngay", Note: "ngày", ID: "v6"},
			{Text: ", ban hành Kế hoạch số 52/KH-UBND đạt 70% trở lên."},
		}},
		{"crossing", []fact{whole, number}, []segment{
			{Text: "Ngày 18/3/2022, ban hành "},
			{Text: "Kế hoạch số ", Class: "so", Note: "số", Href: "/van-ban/52", ID: anchor(number.Start)},
			{Text: "52/KH-UBND", Class: "so chitieu", Note: "chỉ tiêu", Href: "/van-ban/52", ID: anchor(whole.Start)},
			{Text: " đạt 70%", Class: "chitieu"},
			{Text: " trở lên."},
		}},
		{"same place twice", []fact{day, day}, []segment{
			{Text: "Ngày "},
			{Text: "18/3/2022", Class: "ngay", Note: "ngày", ID: "v6"},
			{Text: ", ban hành Kế hoạch số 52/KH-UBND đạt 70% trở lên."},
		}},
		{"outside, empty, inside a rune", []fact{
			{Span: model.Span{Start: -5, End: -1}, kind: dateFact},
			{Span: model.Span{Start: 9, End: 9}, kind: dateFact},
			{Span: model.Span{Start: 3, End: 8}, kind: dateFact},
			{Span: model.Span{Start: 900, End: 950}, kind: dateFact},
		}, []segment{{Text: text}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := segments(text, model.Span{End: len(text)}, tt.facts)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("segments (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParagraphsKeepFactsOverLines(t *testing.T) {
	const text = "Tiêu đề\nKế hoạch số\n\n52/KH-UBND nhé"
	f := fact{Span: span(text, "Kế hoạch số\n\n52/KH-UBND"), kind: numberFact}
	got := paragraphs(text, len("Tiêu đề\n"), []fact{f})
	want := []paragraph{
		{{Text: "Kế hoạch số", Class: "so", ID: anchor(f.Start)}},
		{{Text: "52/KH-UBND", Class: "so", ID: anchor(strings.Index(text, "52"))}, {Text: " nhé"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
}

func TestSegmentsKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aăâ52/ \nđ")), 0, 60, -1).Draw(t, "text")
		n := rapid.IntRange(0, 8).Draw(t, "n")
		facts := make([]fact, n)
		for i := range facts {
			facts[i].Start = rapid.IntRange(-3, len(text)+3).Draw(t, "start")
			facts[i].End = rapid.IntRange(-3, len(text)+3).Draw(t, "end")
			facts[i].kind = numberFact
		}
		var b strings.Builder
		for _, s := range segments(text, model.Span{End: len(text)}, facts) {
			if !utf8.ValidString(s.Text) {
				t.Fatalf("cut inside a rune: %q", s.Text)
			}
			b.WriteString(s.Text)
		}
		if b.String() != text {
			t.Fatalf("got %q, want %q", b.String(), text)
		}
		lines := 0
		for range paragraphs(text, 0, facts) {
			lines++
		}
		if lines > strings.Count(text, "\n")+1 {
			t.Fatalf("%d paragraphs of %q", lines, text)
		}
	})
}
