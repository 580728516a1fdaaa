package gazetteer

import (
	"sync"

	"tracuu/data"
)

// Vietnam is the gazetteer of data/units, read once for all who ask. Its rows
// are part of the program; tests load them, so that a broken one shows there and
// leaves an empty gazetteer here.
func Vietnam() *Gazetteer { return vietnam() }

var vietnam = sync.OnceValue(func() *Gazetteer {
	g, err := Load(data.Units())
	if err != nil {
		return &Gazetteer{}
	}
	return g
})
