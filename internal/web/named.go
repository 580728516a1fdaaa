package web

import (
	"errors"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"tracuu/internal/store"
	"tracuu/internal/web/message"
)

// named answers the address that can be typed from a number,
// /vb/52-KH-UBND/2022/ubnd-huyen-cang-long. Whole, it is the document's page;
// with fewer parts it leads to the one document that is meant, else to the list.
func (p *Pages) named(c *gin.Context) {
	number, year, issuer := c.Param("number"), c.Param("year"), c.Param("issuer")
	if year != "" {
		for _, id := range idsOf(number, year, issuer) {
			found, err := p.service.Document(c.Request.Context(), id)
			if err == nil {
				p.showDocument(c, found)
				return
			}
			if !errors.Is(err, store.ErrNotFound) {
				p.fail(c, err)
				return
			}
		}
	}
	to := address{message.Of(c.Query(langParameter))}
	words := []string{number, strings.Trim(year, unknownYear), strings.ReplaceAll(issuer, "-", " ")}
	text := strings.Join(strings.Fields(strings.Join(words, " ")), " ")
	answer, err := p.service.Lookup(c.Request.Context(), text)
	if err != nil {
		p.fail(c, err)
		return
	}
	var meant []string
	for _, f := range answer.Lookups {
		if f.Fits && (issuer == "" || strings.HasSuffix(f.ID, "."+issuer)) {
			meant = append(meant, lasting(f.Document))
		}
	}
	if len(meant) == 1 {
		c.Redirect(http.StatusFound, to.page(meant[0]))
		return
	}
	c.Redirect(http.StatusFound, to.search(text))
}
