package official

import (
	"slices"
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// words reads a row of data/rules/official.txt, folded.
func words(kind string) []string {
	all, err := data.Words("official.txt", kind)
	if err != nil {
		return nil // a test holds that the file loads
	}
	return vietnamese.FoldAll(all)
}

var (
	typeWords   = sync.OnceValue(func() []string { return words("type") })
	positions   = sync.OnceValue(func() []string { return words("position") })
	issuerWords = sync.OnceValue(func() []string { return words("issuer") })
)

// footnote is what marks of notes behind a type are made of: "QUYẾT ĐỊNH[1]".
const footnote = "0123456789[]()*"

// IsType tells a line that is nothing but a document's type, in capitals.
func IsType(text string) bool { return isType(line{text: text, folded: vietnamese.Fold(text)}) }

// isType is IsType of a line that is folded already.
func isType(l line) bool {
	return l.capitals() && slices.Contains(typeWords(), strings.TrimRight(l.folded, footnote+" :."))
}

// isIssuer tells a line in capitals that names an authority or an office.
func isIssuer(l line) bool {
	begins := func(w string) bool { return strings.HasPrefix(l.folded, w) }
	return l.capitals() && (slices.ContainsFunc(issuerWords(), begins) || slices.ContainsFunc(positions(), begins))
}
