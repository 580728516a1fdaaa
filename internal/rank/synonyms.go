package rank

import "tracuu/data"

// synonym is a phrase that may be asked for, and another that names the same thing.
type synonym struct{ asked, other spelled }

// synonyms finds them by the folded phrase that is asked for.
type synonyms map[string][]synonym

func loadSynonyms() (synonyms, error) {
	rows, err := data.Table("synonyms.txt", 2)
	if err != nil {
		return nil, err
	}
	s := make(synonyms)
	for _, row := range rows {
		group := []spelled{newSpelled(row[0])}
		for _, other := range data.List(row[1]) {
			group = append(group, newSpelled(other))
		}
		for i, asked := range group {
			for k, other := range group {
				if i != k {
					s[asked.folded()] = append(s[asked.folded()], synonym{asked, other})
				}
			}
		}
	}
	return s, nil
}
