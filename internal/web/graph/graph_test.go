package graph

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDirectionIsToldByPlaceAndArrow(t *testing.T) {
	d := Draw(Node{Label: "Kế hoạch 52/KH-UBND"}, []Group{
		{Word: "được thay thế bởi", Incoming: true, Nodes: []Node{{Label: "sau", Under: "2023"}}},
		{Word: "thực hiện", Nodes: []Node{{Label: "trước"}, {Label: "trước nữa"}}},
	}, 30)
	if len(d.Boxes) != 3 || len(d.Words) != 2 || d.Left != 0 {
		t.Fatalf("%+v", d)
	}
	if d.Boxes[0].Y > d.Centre.Y || d.Boxes[2].Y < d.Centre.Y || d.Boxes[2].Label != "sau" || d.Words[0].Text != "thực hiện" {
		t.Errorf("what the document does stands above it, what is done to it below: %+v", d)
	}
	if !strings.HasPrefix(d.Boxes[0].Head, "M39 ") || !strings.HasPrefix(d.Boxes[2].Head, "M13 ") {
		t.Errorf("arrows: %q %q", d.Boxes[0].Head, d.Boxes[2].Head)
	}
	if got := Draw(Node{Label: "một mình"}, nil, 30); got.Height == 0 || len(got.Boxes) != 0 {
		t.Errorf("alone: %+v", got)
	}
}

// TestNothingCrosses: whatever is drawn, boxes lie inside, one below the other,
// and everything is drawn or counted.
func TestNothingCrosses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		node := rapid.Custom(func(t *rapid.T) Node {
			return Node{Label: rapid.StringN(0, 200, -1).Draw(t, "label"), Under: rapid.StringN(0, 99, -1).Draw(t, "under")}
		})
		var groups []Group
		total := 0
		for range rapid.IntRange(0, 6).Draw(t, "groups") {
			g := Group{Word: "w", Incoming: rapid.Bool().Draw(t, "in"), Nodes: rapid.SliceOfN(node, 0, 12).Draw(t, "nodes")}
			total += len(g.Nodes)
			groups = append(groups, g)
		}
		d := Draw(Node{Label: "c"}, groups, 30)
		if len(d.Boxes)+d.Left != total || len(d.Boxes) > 30 {
			t.Fatalf("%d drawn, %d left of %d", len(d.Boxes), d.Left, total)
		}
		boxes := append([]Box{d.Centre}, d.Boxes...)
		for i, a := range boxes {
			if a.X < 0 || a.Y < 0 || a.X+a.Width > d.Width || a.Y+a.Height > d.Height {
				t.Fatalf("%+v is outside %dx%d", a, d.Width, d.Height)
			}
			for _, b := range boxes[i+1:] {
				if a.Y < b.Y+b.Height && b.Y < a.Y+a.Height {
					t.Fatalf("%+v crosses %+v", a, b)
				}
			}
		}
	})
}
