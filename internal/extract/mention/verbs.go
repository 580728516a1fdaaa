package mention

import (
	"sync"

	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// verbSet is the verbs of issuing and their helpers, folded.
type verbSet struct{ issue, helpers []string }

// verbs are read once; the embedded file is checked by a test.
var verbs = sync.OnceValue(func() verbSet {
	v, err := loadVerbs()
	if err != nil {
		return verbSet{}
	}
	return v
})

func loadVerbs() (verbSet, error) {
	issue, err := data.Words("verbs.txt", "issue")
	if err != nil {
		return verbSet{}, err
	}
	helpers, err := data.Words("verbs.txt", "helper")
	return verbSet{vietnamese.FoldAll(issue), vietnamese.FoldAll(helpers)}, err
}
