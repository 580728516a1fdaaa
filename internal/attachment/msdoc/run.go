package msdoc

import "sort"

// run tells the properties of bytes of the main stream.
type run struct {
	from, to int
	properties
}

const (
	diskPage  = 512
	papxEntry = 13 // bytes for each paragraph of a page; characters have 1
	maxRuns   = 1 << 20
)

// readRuns reads the formatted disk pages that a bin table names (MS-DOC
// 2.9.32, 2.9.173). Damaged pages are left out: text without its font is better
// than none.
func (d *document) readRuns(bin span, entry int) []run {
	plc := bin.in(d.table)
	n := (len(plc) - 4) / 8
	var runs []run
	for i := range max(n, 0) {
		at := int(u32(plc, 4*(n+1)+4*i)&0x3FFFFF) * diskPage
		page := span{at, diskPage}.in(d.main)
		if page == nil || len(runs) > maxRuns {
			continue
		}
		runs = append(runs, pageRuns(page, entry)...)
	}
	sort.SliceStable(runs, func(i, j int) bool { return runs[i].from < runs[j].from })
	return runs
}

func pageRuns(page []byte, entry int) []run {
	n := int(page[diskPage-1])
	if 4*(n+1)+n*max(entry, 1) >= diskPage {
		return nil
	}
	runs := make([]run, 0, n)
	for i := range n {
		r := run{int(u32(page, 4*i)), int(u32(page, 4*i+4)), properties{style: -1, font: -1}}
		if entry == papxEntry {
			r.style = 0
			r.paragraph(page, 2*int(page[4*(n+1)+entry*i]))
		} else if at := 2 * int(page[4*(n+1)+i]); at > 0 {
			r.apply(sized(page, at+1, int(page[at])))
		}
		runs = append(runs, r)
	}
	return runs
}

// paragraph reads the style and the properties at a place of a page.
func (r *run) paragraph(page []byte, at int) {
	if at <= 0 || at+1 >= len(page) {
		return
	}
	list := sized(page, at+1, 2*int(page[at])-1)
	if page[at] == 0 { // a longer one says its size in a second byte
		list = sized(page, at+2, 2*int(page[at+1]))
	}
	if len(list) >= 2 {
		r.style = int(u16(list, 0))
		r.apply(list[2:])
	}
}

func sized(page []byte, at, n int) []byte {
	return page[min(at, len(page)):max(min(at+n, len(page)), min(at, len(page)))]
}

// at gives the properties at a byte; where no run holds it, none are known.
func at(runs []run, fc int) properties {
	i := sort.Search(len(runs), func(i int) bool { return runs[i].from > fc }) - 1
	if i < 0 || fc >= runs[i].to {
		return properties{style: -1, font: -1}
	}
	return runs[i].properties
}
