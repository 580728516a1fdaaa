package relation

import "strings"

// basisLists marks the mentions that open an item of a list under a line
// "Căn cứ" or "Căn cứ pháp lý:".
func (x *finder) basisLists() map[int]bool {
	marked := map[int]bool{}
	next, under := 0, false
	f := x.folded.Text
	for _, s := range x.sentences {
		from, to := x.folded.At(s.Start), x.folded.At(s.End)
		for next < len(x.mentions) && x.mentions[next].Start < s.Start {
			next++
		}
		item := strings.TrimLeft(f[from:to], " -+*•")
		switch {
		case basisLine(f[from:to]):
			under = true
		case under && !basisItem(f[from:to], item):
			under = false
		case under && next < len(x.mentions) && x.mentions[next].Start < s.End:
			const lead = 12 // bytes: "- Xét "
			if x.mentions[next].Start-s.Start <= len(f[from:to])-len(item)+lead {
				marked[next] = true
			}
		}
	}
	return marked
}

// basisLine tells a line that only says "Căn cứ" (and of what kind).
func basisLine(line string) bool {
	const longest = 60
	line = strings.TrimLeft(line, " -+*•0123456789.ivx)")
	rest, ok := strings.CutPrefix(strings.TrimRight(line, " \n"), "can cu")
	if !ok || len(line) > longest {
		return false
	}
	rest = strings.TrimLeft(rest, " ")
	return rest == "" || strings.HasSuffix(rest, ":") || rest == "phap ly"
}

// basisItem tells an item of the list: it has a dash, or names a document, a
// proposal or a ground.
func basisItem(line, item string) bool {
	return len(item) < len(strings.TrimLeft(line, " ")) || opens(item, documents) || opens(item, []string{"can cu", "xet", "theo de nghi"})
}
