package crawler

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// report is a table of what was measured, as it stands in docs/BENCHMARKS.md.
func (b *fileBench) report() string {
	var t strings.Builder
	row := func(what, figure, bar string) { fmt.Fprintf(&t, "| %s | %s | %s |\n", what, figure, bar) }
	t.WriteString("| what | measured | bar |\n|---|--:|--:|\n")
	row("first PDF with a warm compilation cache", fmt.Sprintf("%.2f s", b.startTime.Seconds()), "0.2 s")
	if b.texts > 0 {
		row(fmt.Sprintf("born-digital PDF, %d files: lowest word F1", b.texts), fmt.Sprintf("%.4f", b.lowest), "0.995")
		row("mean word F1", fmt.Sprintf("%.4f", b.sum/float64(b.texts)), "")
		row(fmt.Sprintf("their %d pages, one file after the other", b.pages), fmt.Sprintf("%.0f pages/s", float64(b.pages)/b.reading.Seconds()), "100 pages/s")
	}
	if b.scans > 0 {
		row(fmt.Sprintf("scans with a text, %d files: most character errors", b.scans), fmt.Sprintf("%.2f %%", 100*b.errors), "1.5 %")
		row(fmt.Sprintf("their %d pages, one at a time", b.scanPages), fmt.Sprintf("%.1f s a page", b.scanning.Seconds()/float64(b.scanPages)), "")
	}
	row(b.ownNumbers())
	return t.String()
}

// ownNumbers is how often a file's own number was told, as a row.
func (b *fileBench) ownNumbers() (what, figure, bar string) {
	with := "without OCR"
	if b.engine != nil {
		with = "with OCR"
	}
	all := b.right + b.open + len(b.wrong)
	return fmt.Sprintf("own number of %d portal PDF files, %s: right / left open / wrong", all, with),
		fmt.Sprintf("%d / %d / %d", b.right, b.open, len(b.wrong)), "0 wrong"
}

// accuracy is what was read right, as it stands in docs/ACCURACY.md.
func (b *fileBench) accuracy() string {
	what, figure, bar := b.ownNumbers()
	return fmt.Sprintf(`
## Attachments

Files of the portals; the numbers that they bear were told by people (testdata/file-numbers.tsv). A number that is not certain is left
open: it is told neither by the text nor by name, link and article that agree. Texts are compared with their twins.

| what | measured | bar |
|---|--:|--:|
| %s | %s | %s |
| born-digital PDF, %d files: lowest word F1 | %.4f | 0.995 |
`, what, figure, bar, b.texts, b.lowest)
}

// writeAbove writes a page anew above its sections between comments, which stay.
func writeAbove(page, text string) error {
	raw, err := os.ReadFile(page)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if i := strings.Index(string(raw), "<!-- "); i >= 0 {
		text += string(raw[i:])
	}
	return os.WriteFile(page, []byte(text), 0o644) //nolint:gosec // a page of the documentation
}

// writeSection replaces a section of a page, between two comments that name
// it, or adds it at the end.
func writeSection(page, name, text string) error {
	begin, end := "<!-- "+name+": begin -->\n", "<!-- "+name+": end -->\n"
	raw, err := os.ReadFile(page)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	before, rest, found := strings.Cut(string(raw), begin)
	after := ""
	if found {
		if _, after, found = strings.Cut(rest, end); !found {
			return fmt.Errorf("%s: the section %s does not end", page, name)
		}
	}
	return os.WriteFile(page, []byte(before+begin+text+end+after), 0o644) //nolint:gosec // a page of the documentation
}
