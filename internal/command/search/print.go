package search

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"tracuu/internal/search"
)

// printAnswer writes results best first: a block each, its title alone on the
// first line, details indented, a blank line between. Programs read this.
func printAnswer(w io.Writer, look look, a search.Answer) error {
	var blocks []string
	for _, f := range a.Lookups {
		blocks = append(blocks, look.block(f.Title, foundDetails(f)))
	}
	for _, h := range a.Hits {
		blocks = append(blocks, look.block(h.Title, hitDetails(h)))
	}
	for _, e := range a.Earlier {
		for _, h := range e.Hits {
			earlier := detail{"theo tên trước 01/7/2025: " + e.Unit, note}
			blocks = append(blocks, look.block(h.Title, append([]detail{earlier}, hitDetails(h)...)))
		}
	}
	for _, f := range a.Near {
		blocks = append(blocks, look.block(f.Title, foundDetails(f)))
	}
	if len(blocks) == 0 {
		blocks = []string{"Kho chưa có kết quả cho “" + plain(a.Text) + "”.\n"}
	}
	_, err := io.WriteString(w, strings.Join(blocks, "\n"))
	return err
}

// printReading tells how a typed number was understood.
func printReading(w io.Writer, a search.Answer) error {
	n := a.Number
	if n == nil {
		return nil
	}
	parts := []string{"số " + n.No}
	if n.TypeName != "" {
		parts = append([]string{"loại " + n.TypeName}, parts...)
	}
	if n.Symbol != "" {
		parts = append(parts, "ký hiệu "+n.Symbol)
	}
	switch {
	case !n.Date.IsZero():
		parts = append(parts, "ngày "+n.Date.Vietnamese())
	case n.Year != 0:
		parts = append(parts, "năm "+strconv.Itoa(n.Year))
	}
	if n.Words != "" {
		parts = append(parts, "cùng các chữ: "+n.Words)
	}
	line := "Hiểu là: " + plain(strings.Join(parts, " · ")) + "\n"
	switch {
	case a.Offset > 0: // look-ups stand on the first page
	case len(a.Lookups) == 0 && len(a.Near) > 0:
		line += "Văn bản cùng số không khớp các chữ kèm theo, nên đứng sau nội dung tìm được.\n"
	case len(a.Lookups) == 0:
		line += "Kho chưa có văn bản mang số này.\n"
	case !a.Lookups[0].Fits:
		line += "Kho chưa có văn bản khớp hết; dưới đây là văn bản cùng số.\n"
	}
	_, err := io.WriteString(w, line)
	return err
}

func foundDetails(f search.Found) []detail {
	details := []detail{{f.Line() + " · " + search.StatusName(f.Status), name}, {f.Reason, note}}
	if f.Place != nil {
		source := []string{f.Place.PortalName}
		if !f.Place.Published.IsZero() {
			source = append(source, "đăng "+f.Place.Published.Vietnamese())
		}
		source = append(source, f.Place.ArticleURL)
		details = append(details, detail{marked(f.Place.Passage), passage}, detail{strings.Join(source, " · "), note})
	}
	return details
}

func hitDetails(h search.Hit) []detail {
	var details []detail
	var source []string
	for _, d := range h.Documents {
		details = append(details, detail{d.Line() + " · " + search.StatusName(d.Status), name})
	}
	if len(h.Documents) == 0 && len(h.Cites) > 0 {
		var names []string
		for _, d := range h.Cites {
			names = append(names, d.Name)
		}
		details = append(details, detail{"nhắc đến " + strings.Join(names, ", "), name})
	}
	if h.PortalName != "" {
		source = append(source, h.PortalName)
	}
	if !h.Published.IsZero() {
		source = append(source, "đăng "+h.Published.Vietnamese())
	}
	if h.URL != "" {
		source = append(source, h.URL)
	}
	return append(details, detail{marked(h.Passage), passage}, detail{strings.Join(source, " · "), note}, detail{scoreDetails(h), note})
}

// scoreDetails tells what a score is made of, when that was asked for.
func scoreDetails(h search.Hit) string {
	if len(h.Shares) == 0 {
		return ""
	}
	shares := make([]string, len(h.Shares))
	for i, s := range h.Shares {
		shares[i] = fmt.Sprintf("%s %.3f", s.Feature, s.Share)
	}
	return fmt.Sprintf("điểm %.3f = %s", h.Score, strings.Join(shares, " + "))
}

// plain makes text safe for one line of a terminal: blanks collapse, and
// control characters, which could move the cursor, are dropped.
func plain(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}
