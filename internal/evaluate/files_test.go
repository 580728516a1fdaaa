package evaluate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRunGoesAndComesBack(t *testing.T) {
	for name, run := range map[string]Run{
		"plain ids": {"q1": {{"a", 2.5}, {"b", 1}}, "q2": {{"c", 0.1}}},
		"blanks":    {"q1": {{"Luật Cư trú@38", 2}, {"Luật Du lịch@39", 1}}},
		"nothing":   {},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			if err := run.Write(&b, "tag"); err != nil {
				t.Fatal(err)
			}
			got, err := ReadRun(strings.NewReader(b.String()))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(run, got); diff != "" {
				t.Errorf("%s\n%s", diff, b.String())
			}
		})
	}
}

func TestRunIsInTRECsFormat(t *testing.T) {
	var b strings.Builder
	if err := (Run{"q": {{"a", 1}, {"b", 1}}}).Write(&b, "tag"); err != nil {
		t.Fatal(err)
	}
	want := "q Q0 a 1 1 tag\nq Q0 b 2 0.9999999999999999 tag\n" // equal scores would be ordered by id
	if b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

func TestReadJudgements(t *testing.T) {
	got, err := ReadJudgements(strings.NewReader("q1\tLuật Cư trú@38\t1\r\n\nq1 0 b 2\nq2 c -1\n"))
	want := Judgements{"q1": {"Luật Cư trú@38": 1, "b": 2}, "q2": {"c": 0}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestBadFilesNameTheLine(t *testing.T) {
	for name, tc := range map[string]struct {
		read func(string) error
		text string
	}{
		"judgement fields": {judgements, "q a 1\nq a\n"},
		"judgement grade":  {judgements, "q a 1\nq a much\n"},
		"judgement huge":   {judgements, "q a 1\nq a 99\n"},
		"run fields":       {runs, "q Q0 a 1 1 t\nq Q0 a\n"},
		"run rank":         {runs, "q Q0 a 1 1 t\nq Q0 a one 1 t\n"},
		"run score":        {runs, "q Q0 a 1 1 t\nq Q0 a 1 high t\n"},
		"question":         {questions, "{\"id\":\"1\"}\n{id}\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := tc.read(tc.text); err == nil || !strings.Contains(err.Error(), "line 2") {
				t.Errorf("%v does not name line 2", err)
			}
		})
	}
	if questions(`{"id":"1"}`+"\n"+`{"id":"1"}`) == nil {
		t.Error("a question that stands twice was taken")
	}
}

func judgements(s string) error { _, err := ReadJudgements(strings.NewReader(s)); return err }
func runs(s string) error       { _, err := ReadRun(strings.NewReader(s)); return err }
func questions(s string) error  { _, err := ReadQuestions(strings.NewReader(s)); return err }

func TestOfALaw(t *testing.T) {
	for source, want := range map[string]bool{
		"Điều 1 Luật số 57/2020/QH14 Luật Thanh niên ngày 16/06/2020":             true,
		"Điều 689 Bộ luật số 91/2015/QH13":                                        true,
		"Điều 25 Pháp lệnh số 06/2008/PL-UBTVQH12":                                true,
		"<em><span>Điều 509 Bộ luật số 101/2015/QH13":                             true,
		"Điều 3 Nghị định số 12/2011/NĐ-CP hướng dẫn thi hành Luật Thanh niên":    false,
		"Điều 1 Thông tư số 01/2009/TT-BTP quy định chi tiết Pháp lệnh về lệ phí": false,
		"": false,
	} {
		if got := (Record{Source: source}).OfALaw(); got != want {
			t.Errorf("%q: %v", source, got)
		}
	}
}

func FuzzReaders(f *testing.F) {
	f.Add("q Q0 a 1 1 t\n")
	f.Add("q\ta b\t2\n")
	f.Add(`{"id":"1","text":"x"}`)
	f.Fuzz(func(_ *testing.T, s string) { _, _, _ = judgements(s), runs(s), questions(s) })
}
