package health

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/store"
)

// run has n articles, of which so many have a day; all have the rest.
func run(id int64, portal string, n, dated int) store.Run {
	return store.Run{
		ID: id, Portal: portal, Pages: n + 5, Articles: n, WithTitle: n, WithBody: n, WithNumber: n, WithDate: dated,
		Success: time.Date(2026, 11, int(id), 0, 0, 0, 0, time.UTC),
	}
}

func TestAlarmWhenAShareFalls(t *testing.T) {
	tests := []struct {
		name string
		runs []store.Run // newest first
		want bool
	}{
		{"all gone", []store.Run{run(3, "a", 40, 0), run(2, "a", 50, 48), run(1, "a", 300, 290)}, true},
		{"half gone", []store.Run{run(2, "a", 40, 20), run(1, "a", 300, 290)}, true},
		{"as before", []store.Run{run(2, "a", 40, 38), run(1, "a", 300, 290)}, false},
		{"always half", []store.Run{run(2, "a", 40, 18), run(1, "a", 300, 150)}, false},
		{"a small fall", []store.Run{run(2, "a", 5000, 4600), run(1, "a", 5000, 5000)}, false},
		{"too few to tell", []store.Run{run(2, "a", 4, 0), run(1, "a", 300, 290)}, false},
		{"nothing before", []store.Run{run(1, "a", 300, 0)}, false},
		{"a rise", []store.Run{run(2, "a", 40, 40), run(1, "a", 300, 0)}, false},
		{"gone in a few articles a run", []store.Run{run(5, "a", 4, 0), run(4, "a", 5, 0), run(3, "a", 3, 0), run(2, "a", 40, 38), run(1, "a", 300, 290)}, true},
		{"nothing new since", []store.Run{run(3, "a", 0, 0), run(2, "a", 40, 0), run(1, "a", 300, 290)}, true},
	}
	for _, tt := range tests {
		got := Judge(tt.runs)
		if len(got) != 1 {
			t.Fatalf("%s: %d portals", tt.name, len(got))
		}
		if alarmed := len(got[0].Alarms) > 0; alarmed != tt.want {
			t.Errorf("%s: alarms %q", tt.name, got[0].Alarms)
		}
		if tt.want && !strings.Contains(strings.Join(got[0].Alarms, " "), "ngày đăng") {
			t.Errorf("%s: %q does not name the field", tt.name, got[0].Alarms)
		}
	}
}

func TestAlarmOfAnEmptyList(t *testing.T) {
	r := run(1, "a", 30, 30)
	r.Faults = []store.FaultCount{{Kind: store.FaultGone, Count: 9, Last: "x"}, {Kind: store.FaultTemplate, Count: 1, Last: "danh sách tin trống"}}
	if diff := cmp.Diff([]string{"danh sách tin trống"}, Judge([]store.Run{r})[0].Alarms); diff != "" {
		t.Error(diff)
	}
}

func TestPortalsAreJudgedApart(t *testing.T) {
	got := Judge([]store.Run{run(4, "a", 0, 0), run(2, "a", 30, 15), run(3, "b", 30, 0), run(1, "c", 0, 0)})
	if len(got) != 3 || got[0].Runs != 2 || !got[0].Success.Equal(run(4, "", 0, 0).Success) || got[0].Run.ID != 4 {
		t.Fatalf("%+v", got)
	}
	if date := got[0].Shares[1]; date.Field != "date" || *date.Now != 0.5 || date.Before != nil {
		t.Errorf("%+v", date)
	}
	if title := got[2].Shares[0]; title.Now != nil {
		t.Errorf("a share of nothing: %+v", title)
	}
	if none := Judge(nil); none == nil || len(none) != 0 {
		t.Errorf("no runs: %v", none)
	}
}
