package search_test

import (
	"slices"
	"testing"

	"tracuu/internal/search"
	"tracuu/internal/search/searchtest"
)

// TestUnitsOfTodayLeadToFormerOnes: the documents of a district are found by the
// name of a commune that stands there now, and the answer says so.
func TestUnitsOfTodayLeadToFormerOnes(t *testing.T) {
	s := searchtest.Open(t)
	a, err := s.Search(t.Context(), search.Question{Text: "rác thải nhựa xã Nâm Nung", Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Units) != 1 || a.Units[0].Name != "xã Nâm Nung, tỉnh Lâm Đồng" || a.Units[0].Ended ||
		!slices.Contains(a.Units[0].Formerly, "huyện Krông Nô, tỉnh Đắk Nông") {
		t.Errorf("%+v", a.Units)
	}
	for _, e := range a.Earlier {
		if e.Text != `rác thải nhựa "huyện Krông Nô"` || e.Unit != "huyện Krông Nô, tỉnh Đắk Nông" || len(e.Hits) == 0 {
			t.Errorf("%+v", e)
		}
	}
	if len(a.Earlier) != 1 {
		t.Errorf("%d former units with hits", len(a.Earlier))
	}
	a = ask(t, s, "rác thải nhựa huyện Krông Nô")
	if len(a.Units) != 1 || !a.Units[0].Ended || !slices.Contains(a.Units[0].Today, "xã Nâm Nung, tỉnh Lâm Đồng") || len(a.Earlier) != 0 {
		t.Errorf("%+v", a.Units)
	}
	if a = ask(t, s, "rác thải nhựa"); len(a.Units)+len(a.Earlier) != 0 {
		t.Errorf("no unit is named: %+v", a.Units)
	}
}
