package sample

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
)

func TestMismatches(t *testing.T) {
	day, ok := model.NewDate(2022, 3, 18)
	if !ok {
		t.Fatal("the day is not in the calendar")
	}
	seventy := 70.0
	facts := &model.Facts{
		Mentions: []model.Mention{
			{Number: model.DocNumber{Type: "KH", No: "52", Canonical: "52/KH-UBND"}, Role: model.Announced},
			{Number: model.DocNumber{Type: "KH", No: "52", Canonical: "52/KH-UBND"}, Issued: day, Role: model.Cited},
			{Number: model.DocNumber{Type: "CT", No: "15"}, Role: model.Cited},
		},
		Relations: []model.Relation{{Type: model.Implements, From: 0, To: 2}},
		Targets:   []model.Target{{Op: model.Equal, Value: &seventy, Unit: "%", Due: "2022"}},
	}
	right := Expect{
		Numbers:   []Number{{Number: "52/KH-UBND", Issued: day, Role: model.Announced}, {Number: "CT 15"}},
		Relations: []Relation{{Type: model.Implements, To: "CT 15"}},
		Targets:   []Target{{Op: model.Equal, Value: 70, Unit: "%", Due: "2022"}},
	}
	if got := right.Mismatches(facts); got != nil {
		t.Errorf("differences where there are none: %q", got)
	}
	wrong := Expect{
		Numbers:   []Number{{Number: "52/KH-UBND", Role: model.Announced}, {Number: "CT 15"}},
		Relations: []Relation{{Type: model.BasedOn, To: "CT 15"}},
		Targets:   []Target{{Op: model.AtLeast, Value: 70, Unit: "%", Due: "2022"}},
	}
	want := []string{
		`number missed: 52/KH-UBND issued "" announced`,
		`number invented: 52/KH-UBND issued "2022-03-18" announced`,
		"relation missed: the page based_on CT 15",
		"relation invented: the page implements CT 15",
		`target missed: >= 70 % due "2022"`,
	}
	if diff := cmp.Diff(want, wrong.Mismatches(facts)); diff != "" {
		t.Errorf("differences told (-want +got):\n%s", diff)
	}
}
