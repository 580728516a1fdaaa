package rank

import (
	"tracuu/data"
	"tracuu/internal/vietnamese"
)

// synonyms maps a folded phrase to the others that name the same thing.
type synonyms map[string][]string

func loadSynonyms() (synonyms, error) {
	rows, err := data.Table("synonyms.txt", 2)
	if err != nil {
		return nil, err
	}
	s := make(synonyms)
	for _, row := range rows {
		group := []string{vietnamese.Fold(row[0])}
		for _, other := range data.List(row[1]) {
			group = append(group, vietnamese.Fold(other))
		}
		for i, phrase := range group {
			s[phrase] = append(append(s[phrase], group[:i]...), group[i+1:]...)
		}
	}
	return s, nil
}
