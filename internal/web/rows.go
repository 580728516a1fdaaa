package web

// maxRows is how many rows of a table or list a page shows at first.
const maxRows = 25

// wholeParameter asks for all of a long page.
const wholeParameter = "toan-van"

// rows are the first of many.
type rows[T any] struct {
	Shown []T
	All   int
}

// firstOf takes the first rows, or all.
func firstOf[T any](all []T, whole bool) rows[T] {
	if whole {
		return rows[T]{all, len(all)}
	}
	return rows[T]{all[:min(len(all), maxRows)], len(all)}
}

// Left counts the rows that are not shown.
func (r rows[T]) Left() int { return r.All - len(r.Shown) }

// leftOut is how many rows are not shown, and where they are.
type leftOut struct {
	Count int
	Href  string
}
