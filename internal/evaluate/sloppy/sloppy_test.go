package sloppy

import (
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// known are two documents of one number and year in a register of 40.
func known(t *testing.T) []model.Document {
	t.Helper()
	var all []model.Document
	for i := range 40 {
		n, err := docnum.Parse(strconv.Itoa(100+i/2) + "/" + []string{"KH", "QĐ"}[i%2] + "-UBND")
		if err != nil {
			t.Fatal(err)
		}
		day := model.Date{Year: 2022, Month: 3, Day: 1 + i%28}
		all = append(all, model.Document{ID: strconv.Itoa(i), Number: n, Year: 2022, Issued: day, Issuer: "UBND tỉnh Đồng Nam", Title: "Về việc thu gom rác thải nhựa ven sông"})
	}
	return all
}

func TestDraw(t *testing.T) {
	all := known(t)
	first := Draw(all, "tỉnh Đồng Nam", 5, 7)
	if diff := cmp.Diff(first, Draw(all, "tỉnh Đồng Nam", 5, 7)); diff != "" {
		t.Errorf("one seed, two samples: %s", diff)
	}
	ways := map[string]int{}
	for _, q := range first {
		ways[q.Way]++
		if q.Text == "" || len(q.Means) == 0 {
			t.Errorf("%+v", q)
		}
		if q.Tells&Type != 0 && len(q.Means) != 1 {
			t.Errorf("%s %q tells the type and means %d documents", q.Way, q.Text, len(q.Means))
		}
	}
	if len(ways) < 30 {
		t.Errorf("%d ways: %v", len(ways), ways)
	}
}

func TestRight(t *testing.T) {
	a, b := model.Document{ID: "a"}, model.Document{ID: "b"}
	far := append(slices.Repeat([]string{"x"}, page), "a")
	for name, c := range map[string]struct {
		q     Question
		found []string
		want  bool
	}{
		"first":                  {Question{Means: []model.Document{a}}, []string{"a", "x"}, true},
		"second":                 {Question{Means: []model.Document{a}}, []string{"x", "a"}, false},
		"nothing":                {Question{Means: []model.Document{a}}, nil, false},
		"wrong year, listed":     {Question{Typed: Typed{Wrong: true}, Means: []model.Document{a}}, []string{"x", "a"}, true},
		"wrong year, not listed": {Question{Typed: Typed{Wrong: true}, Means: []model.Document{a}}, far, false},
		"both of two":            {Question{Means: []model.Document{a, b}}, []string{"b", "a"}, true},
		"one of two":             {Question{Means: []model.Document{a, b}}, []string{"a", "x"}, false},
	} {
		if got := c.q.Right(c.found); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
