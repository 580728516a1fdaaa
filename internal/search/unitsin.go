package search

import (
	"fmt"

	"tracuu/internal/gazetteer"
)

// UnitsIn lists the administrative units that a text names, a body's name for
// one, and that the reform of 1 July 2025 touched.
func (s *Service) UnitsIn(text string) ([]Unit, error) {
	g, err := s.units()
	if err != nil {
		return nil, fmt.Errorf("administrative units: %w", err)
	}
	var found []Unit
	namings := g.InText(text)
	for _, n := range namings[:min(len(namings), maxUnits)] {
		if now, ok := n.Today(); ok {
			if former := now.Formerly(); len(former) > 0 {
				found = append(found, Unit{Name: now.Path(), Formerly: paths(former), Today: []string{}})
			}
		} else if old, ended := n.Ended(); ended {
			found = append(found, Unit{Name: old.Path(), Ended: true, Formerly: []string{}, Today: paths(old.Successors(gazetteer.Reform))})
		}
	}
	return found, nil
}
