package server

import (
	"net/netip"

	"github.com/gin-gonic/gin"
)

// Local is a middleware for what only this machine may see. A request that was
// passed on by a proxy here comes from elsewhere; others get the answer of absent.
func Local(absent gin.HandlerFunc) gin.HandlerFunc {
	return func(c *gin.Context) {
		from, err := netip.ParseAddrPort(c.Request.RemoteAddr)
		passedOn := false
		for _, name := range []string{"X-Forwarded-For", "Forwarded", "X-Real-Ip", "Via"} {
			passedOn = passedOn || c.GetHeader(name) != ""
		}
		if err != nil || !from.Addr().Unmap().IsLoopback() || passedOn {
			absent(c)
			c.Abort()
			return
		}
		c.Next()
	}
}
