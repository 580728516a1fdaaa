package extract

import (
	"fmt"
	"strings"
	"testing"

	"tracuu/data"
	"tracuu/internal/casetest"
	"tracuu/internal/extract/agency"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// The cases read texts of the portal of huyện Càng Long, tỉnh Trà Vinh.
func facts(input string) model.Facts {
	return Facts(Text{
		Text:      vietnamese.Clean(input),
		Place:     agency.Context{Place: "huyện Càng Long", Province: "tỉnh Trà Vinh"},
		Publisher: "UBND huyện Càng Long",
	})
}

func lines[T any](all []T, describe func(T) string) string {
	if len(all) == 0 {
		return "none"
	}
	var out []string
	for _, x := range all {
		out = append(out, describe(x))
	}
	return strings.Join(out, "\n")
}

// Every rule file of the readers must load: they fall back to no rules.
func TestRuleFilesLoad(t *testing.T) {
	for _, kind := range []string{"issue", "helper", "order", "adverb"} {
		if _, err := data.Words("verbs.txt", kind); err != nil {
			t.Error(err)
		}
	}
	for _, kind := range []string{"modal", "task", "past"} {
		if _, err := data.Words("duties.txt", kind); err != nil {
			t.Error(err)
		}
	}
	for name, columns := range map[string]int{
		"relations.txt": 2, "surnames.txt": 1, "actors.txt": 1, "agencies.txt": 3, "central.txt": 2,
	} {
		if rows, err := data.Table(name, columns); err != nil || len(rows) == 0 {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}

func number(m model.Mention) string {
	if m.Number.Canonical != "" {
		return m.Number.Canonical
	}
	return m.Number.Type + " " + m.Number.No
}

func TestMentions(t *testing.T) {
	casetest.Run(t, "mention/testdata/*.txt", func(input string) string {
		return lines(facts(input).Mentions, func(m model.Mention) string {
			return fmt.Sprintf("%s %s, issued %s, issuer %q, words %q", m.Role, number(m), m.Issued, m.Issuer, m.IssuerWords)
		})
	})
}

func TestRelations(t *testing.T) {
	casetest.Run(t, "relation/testdata/*.txt", func(input string) string {
		f := facts(input)
		return lines(f.Relations, func(r model.Relation) string {
			from := "page"
			if r.From != model.Page {
				from = number(f.Mentions[r.From])
			}
			return fmt.Sprintf("%s %s %s", from, r.Type, number(f.Mentions[r.To]))
		})
	})
}

func TestAssignments(t *testing.T) {
	casetest.Run(t, "assignment/testdata/*.txt", func(input string) string {
		return lines(facts(input).Assignments, func(a model.Assignment) string {
			return fmt.Sprintf("%s: %s, due %s", a.Agency, a.Task, a.Due)
		})
	})
}

// Evidence holds for any text: the quote is the text of its span.
func FuzzFacts(f *testing.F) {
	f.Add("Ngày 18/3/2022, UBND huyện Càng Long ban hành Kế hoạch số 52/KH-UBND thực hiện Kế hoạch số 68-KH/HU ngày 25/01/2022.")
	f.Add("Phấn đấu đến năm 2025 đạt 70% trở lên; giao Phòng Nội vụ báo cáo.")
	f.Fuzz(func(t *testing.T, s string) {
		s = vietnamese.Clean(s)
		got := facts(s)
		check := func(e model.Evidence) {
			if e.Start < 0 || e.End > len(s) || e.Start > e.End || s[e.Start:e.End] != e.Quote || e.Rule == "" {
				t.Fatalf("%+v in %q", e, s)
			}
		}
		for _, x := range got.Mentions {
			check(x.Evidence)
		}
		for _, x := range got.Dates {
			check(x.Evidence)
		}
		for _, x := range got.Targets {
			check(x.Evidence)
		}
		for _, x := range got.Relations {
			check(x.Evidence)
		}
		for _, x := range got.Assignments {
			check(x.Evidence)
		}
	})
}
