package extraction

import "slices"

// Change is a finding that differs from the recorded run.
type Change struct {
	Page, Field string
	Loss        bool // found before and missed now, or invented now and not before
	Item        string
	Invented    bool // the finding is one that no label has
}

// Changes compares a run with the recorded one. Pages that were not recorded
// have no changes. A finding of a label that is gone from the labels is not
// counted either: only what is labelled now can be lost.
func Changes(before Baseline, now []Outcome) []Change {
	var all []Change
	for _, o := range now {
		fields, recorded := before[hashOf(o.Page)]
		if !recorded {
			continue
		}
		was := fields[o.Field]
		add := func(items []string, in []string, wanted, loss, invented bool) {
			for i, h := range hashes(items) {
				if slices.Contains(in, h) == wanted {
					all = append(all, Change{Page: o.Page, Field: o.Field, Loss: loss, Item: items[i], Invented: invented})
				}
			}
		}
		add(o.Missed, was.Found, true, true, false)
		add(o.Invented, was.Invented, false, true, true)
		add(o.Found, was.Found, false, false, false)
	}
	return append(all, mended(before, now)...)
}

// mended lists what was invented before and is not now; its words are not
// kept, so the item is the hash.
func mended(before Baseline, now []Outcome) []Change {
	still := map[string]bool{}
	pages := map[string]string{}
	for _, o := range now {
		page := hashOf(o.Page)
		pages[page] = o.Page
		for _, h := range hashes(o.Invented) {
			still[page+o.Field+h] = true
		}
	}
	var all []Change
	for page, name := range pages {
		for field, r := range before[page] {
			for _, h := range r.Invented {
				if !still[page+field+h] {
					all = append(all, Change{Page: name, Field: field, Item: h, Invented: true})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b Change) int {
		return slices.Compare([]string{a.Page, a.Field, a.Item}, []string{b.Page, b.Field, b.Item})
	})
	return all
}
