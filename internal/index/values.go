package index

import (
	"strconv"

	"tracuu/internal/filter"
)

// Values are what a record is filtered and counted by in a field, in figures
// where they are years or days (20220318); none where nothing is known.
func (r Record) Values(f filter.Field) []string {
	switch f {
	case filter.Type:
		return r.Types
	case filter.Issuer:
		return r.Issuers
	case filter.Level:
		return r.Levels
	case filter.Place:
		return r.Places
	case filter.Topic:
		return r.Topics
	case filter.State:
		return r.States
	case filter.Portal:
		if r.Portal != "" {
			return []string{r.Portal}
		}
	case filter.File:
		if r.HasFile {
			return []string{filter.WithFile}
		}
	case filter.Year:
		years := make([]string, len(r.Years))
		for i, y := range r.Years {
			years[i] = strconv.Itoa(y)
		}
		return years
	case filter.Day:
		if !r.Day.IsZero() {
			return []string{strconv.Itoa(r.Day.Number())}
		}
	}
	return nil
}
