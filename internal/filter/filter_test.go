package filter

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func is(f Field, v string) *Expr { return &Expr{Op: Is, Field: f, Value: v} }

func TestAll(t *testing.T) {
	if got := All(nil, nil); got != nil {
		t.Errorf("of nothing: %v", got)
	}
	one := is(Type, "KH")
	if diff := cmp.Diff(one, All(nil, one)); diff != "" {
		t.Errorf("of one: %s", diff)
	}
	want := &Expr{Op: And, Of: []Expr{*is(Type, "KH"), *is(Place, "x"), *is(Portal, "p")}}
	if diff := cmp.Diff(want, All(All(one, is(Place, "x")), is(Portal, "p"))); diff != "" {
		t.Errorf("nested: %s", diff)
	}
}

func TestWithout(t *testing.T) {
	kinds := &Expr{Op: Or, Of: []Expr{*is(Type, "KH"), *is(Type, "CT")}}
	mixed := &Expr{Op: Or, Of: []Expr{*is(Type, "KH"), *is(Place, "x")}}
	notKH := &Expr{Op: Not, Of: []Expr{*is(Type, "KH")}}
	for _, c := range []struct {
		name       string
		expr, want *Expr
	}{
		{"nothing", nil, nil},
		{"the field alone", is(Type, "KH"), nil},
		{"values of the field", kinds, nil},
		{"another field", is(Place, "x"), is(Place, "x")},
		{"beside another", All(kinds, is(Place, "x")), is(Place, "x")},
		{"mixed alternatives stay", All(mixed, is(Type, "KH")), mixed},
		{"exclusions stay", notKH, notKH},
	} {
		if diff := cmp.Diff(c.want, c.expr.Without(Type)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
