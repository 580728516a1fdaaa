package search

import (
	"context"
	"fmt"

	"tracuu/internal/health"
	"tracuu/internal/store"
)

// Coverage is what the store holds and how its portals are doing: what an
// answer, and the lack of one, can rest on.
type Coverage struct {
	Stats   store.Stats      `json:"stats"`
	Portals []PortalCoverage `json:"portals"`
	// Addresses are crawls that were started by an address, not by a portal's name.
	Addresses []health.Portal `json:"addresses"`
}

// PortalCoverage is what is held of a portal.
type PortalCoverage struct {
	store.Holding
	Name   string         `json:"name"`
	Gaps   []int          `json:"gaps"`   // years without an article between the first and the last
	Health *health.Portal `json:"health"` // nil: its runs are not recorded (imports, registers)
}

// maxGaps bounds the years that are named; one wrong date must not make more.
const maxGaps = 100

// Coverage counts what is held.
func (s *Service) Coverage(ctx context.Context) (Coverage, error) {
	stats, err := s.store.Stats(ctx)
	if err != nil {
		return Coverage{}, fmt.Errorf("size of the store: %w", err)
	}
	held, err := s.store.Holdings(ctx)
	if err != nil {
		return Coverage{}, err
	}
	runs, err := s.store.Runs(ctx, health.LookBack)
	if err != nil {
		return Coverage{}, fmt.Errorf("runs of the crawler: %w", err)
	}
	view := Coverage{Stats: stats, Portals: make([]PortalCoverage, len(held)), Addresses: []health.Portal{}}
	at := map[string]int{}
	for i, h := range held {
		view.Portals[i] = PortalCoverage{Holding: h, Name: s.portalName(h.Portal), Gaps: gaps(h.Years)}
		at[h.Portal] = i
	}
	for _, doing := range health.Judge(runs) {
		if i, known := at[doing.Portal]; known {
			view.Portals[i].Health = &doing
		} else {
			view.Addresses = append(view.Addresses, doing)
		}
	}
	return view, nil
}

// gaps lists the years that are absent between the first and the last.
func gaps(years []store.YearCount) []int {
	missing := []int{}
	for i := 1; i < len(years); i++ {
		for year := years[i-1].Year + 1; year < years[i].Year && len(missing) < maxGaps; year++ {
			missing = append(missing, year)
		}
	}
	return missing
}
