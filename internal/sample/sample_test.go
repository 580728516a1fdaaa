package sample_test

import (
	"testing"

	"tracuu/data"
	"tracuu/internal/sample"
)

func load(t testing.TB) *sample.Sample {
	t.Helper()
	s, err := sample.New(data.Sample())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheSampleIsWhole(t *testing.T) {
	s := load(t)
	if n := len(s.Portals()); n != 2 {
		t.Fatalf("%d portals, want 2", n)
	}
	public := 0
	for _, p := range s.Portals() {
		public += len(p.Public())
	}
	if public < 40 {
		t.Errorf("%d public articles, want 40 or more", public)
	}
	if n := len(s.Lookups()); n != 3 {
		t.Errorf("%d look-ups for the demo, want 3", n)
	}
}
