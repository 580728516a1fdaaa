package rank

import (
	"regexp"

	"tracuu/internal/vietnamese"
)

var articleWords = regexp.MustCompile(`\bdieu (\d{1,4}[a-z]?)(?:[^.\w]|\.\D|\.?$)`)

// askedArticle returns the number of the article of a law that a question
// names ("Điều 12 Luật Đất đai"), empty when there is none.
func askedArticle(text string) string {
	if m := articleWords.FindStringSubmatch(vietnamese.Fold(cutText(text, 1<<10))); m != nil {
		return m[1]
	}
	return ""
}

// articleMatch is 1 when title or heading name the asked article.
func (q *Question) articleMatch(f *Forward) float64 {
	if q.article != "" && (f.articles[0] == q.article || f.articles[1] == q.article) {
		return 1
	}
	return 0
}
