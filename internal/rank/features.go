package rank

// The features of a record; data/rules/ranking.txt says what each means and
// what it weighs.
const (
	featPassage = iota
	featUnits
	featHeading
	featHeadingAsked
	featNear
	featPairs
	featDefinition
	featArticle
	featEngine
	featList
	features
)

var featureNames = [features]string{
	"passage", "units", "heading", "heading_asked", "near", "pairs", "definition", "article", "engine", "list",
}

// Reading is what a question sees in a text.
type Reading struct {
	values [features]float64
	best   span // the best clause, in the body of the text
}

// span is a range of bytes.
type span struct{ start, end int }

// ratio is a/b, and 0 when there is nothing to have.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
