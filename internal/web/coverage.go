package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"tracuu/internal/search"
	"tracuu/internal/store"
)

type coverageView struct {
	shell
	search.Coverage
}

// coverage is the page that tells what is held.
func (p *Pages) coverage(c *gin.Context) {
	view, err := p.service.Coverage(c.Request.Context())
	if err != nil {
		p.fail(c, err)
		return
	}
	p.show(c, http.StatusOK, "coverage", coverageView{p.shell(c, p.voice(c).Say("coverage.title")), view})
}

// bar is a year in the plot of a portal, in units of its view box.
type bar struct {
	store.YearCount
	X, Y, Height int
}

const (
	barStep   = 12 // from bar to bar
	barHeight = 40 // of the fullest year
	maxBars   = 60 // newest years that are drawn; a wrong date far back has no room
)

// bars lays the newest years out side by side, gaps included.
func bars(years []store.YearCount) []bar {
	if len(years) == 0 {
		return nil
	}
	for years[len(years)-1].Year-years[0].Year >= maxBars {
		years = years[1:]
	}
	most := 1
	for _, y := range years {
		most = max(most, y.Articles)
	}
	all := make([]bar, len(years))
	for i, y := range years {
		height := max(1, barHeight*y.Articles/most)
		all[i] = bar{YearCount: y, X: (y.Year - years[0].Year) * barStep, Y: barHeight - height, Height: height}
	}
	return all
}

// plotWidth is the width of the view box of bars.
func plotWidth(all []bar) int { return all[len(all)-1].X + barStep }
