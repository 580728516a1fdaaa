package web

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// named answers the address that can be typed from a number,
// /vb/52-KH-UBND/2022/ubnd-huyen-cang-long, with year and issuer where they are
// needed: it leads to the one document that is meant, else to the list.
func (p *Pages) named(c *gin.Context) {
	parts := []string{c.Param("number"), c.Param("year"), strings.ReplaceAll(c.Param("issuer"), "-", " ")}
	text := strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
	answer, err := p.service.Lookup(c.Request.Context(), text)
	if err != nil {
		p.fail(c, err)
		return
	}
	var ids []string
	for _, f := range answer.Lookups {
		if f.Fits && (c.Param("issuer") == "" || strings.HasSuffix(f.ID, "."+c.Param("issuer"))) {
			ids = append(ids, f.ID)
		}
	}
	if len(ids) == 1 {
		c.Redirect(http.StatusFound, documentHref(ids[0]))
		return
	}
	c.Redirect(http.StatusFound, searchHref(text))
}
