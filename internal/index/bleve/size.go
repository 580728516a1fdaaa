package bleve

import "fmt"

// Records is how many articles and documents the index holds.
func (e *Engine) Records() (uint64, error) {
	n, err := e.index.DocCount()
	if err != nil {
		return 0, fmt.Errorf("count the records of the index: %w", err)
	}
	return n, nil
}
