package attachment

import (
	"slices"
	"strings"
)

const readScanNote = "nhận dạng từ bản quét nên có thể sai dấu"

// WithScans puts the pages of scans that were read since, counted from 1, into
// the text of a document. Pages that are still not read stay in Scanned.
func (d Document) WithScans(read map[int]string) Document {
	out := newPages(defaultMaxText)
	var done []int
	for i, start := range d.Pages {
		end := len(d.Text)
		if i+1 < len(d.Pages) {
			end = d.Pages[i+1]
		}
		text, found := read[i+1]
		switch scanned := slices.Contains(d.Scanned, i+1); {
		case scanned && !found:
			out.addScan()
			continue
		case scanned:
			done = append(done, i+1)
		default:
			text = strings.TrimSpace(d.Text[start:end])
		}
		if out.add(text) != nil {
			break // full
		}
	}
	if len(done) == 0 {
		return d
	}
	d.Text, d.Pages, d.Scanned, d.OCR = out.text.String(), out.starts, out.scanned, done
	d.Truncated = d.Truncated || out.full
	note := readScanNote
	if len(done) < len(d.Pages) {
		note = "trang " + ranges(done) + " " + note
	}
	d.Note = d.note([]string{note})
	return d
}
