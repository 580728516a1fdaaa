package search

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"tracuu/internal/api"
	"tracuu/internal/config"
	"tracuu/internal/server"
	"tracuu/internal/web"
)

// newHandler joins the API and the pages behind the door.
func newHandler(s timedService, d *door, o config.Search, more ...func(gin.IRouter)) (http.Handler, error) {
	pages, err := web.New(s)
	if err != nil {
		return nil, err
	}
	pages.ReportTo = o.ReportTo
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.HandleMethodNotAllowed = true
	if err := router.SetTrustedProxies(o.TrustedProxies); err != nil {
		return nil, fmt.Errorf("tùy chọn search.trusted_proxies: %w", err)
	}
	refuse := func(c *gin.Context, r server.Refusal) {
		if forPrograms(c) {
			api.Refuse(c, r)
			return
		}
		pages.Refuse(c, r.Status, r.Title, r.Detail)
	}
	free := func(c *gin.Context) bool { return kindOf(c) == machine }
	limited, err := server.Limited(server.Limits{Rate: o.Rate, Burst: o.Burst, Free: free}, refuse)
	if err != nil {
		return nil, err
	}
	router.Use(d.access.Middleware, web.Headers, server.Compressed(), server.Validated, d.drain.Ready(readyPath, refuse),
		server.Origins(api.Prefix, o.Origins), limited, server.Bounded(refuse), d.admit(refuse), d.bound)
	if err := api.Register(router, s); err != nil {
		return nil, err
	}
	pages.Register(router)
	if !d.own {
		router.GET(metricsPath, server.Local(pages.NotFound), gin.WrapH(d.measures.Handler()))
	}
	for _, register := range more {
		register(router)
	}
	router.NoRoute(either(api.NotFound, pages.NotFound))
	router.NoMethod(either(api.NotAllowed, pages.NotAllowed))
	return headAsGet(router), nil
}

// forPrograms tells the addresses that programs ask: what is wrong there is told
// as a problem, elsewhere on a page.
func forPrograms(c *gin.Context) bool {
	path := c.Request.URL.Path
	return strings.HasPrefix(path, api.Prefix) || path == healthPath || path == readyPath || path == mcpPath
}

// either answers in the way of the API or of the pages.
func either(forAPI, forPages gin.HandlerFunc) gin.HandlerFunc {
	return func(c *gin.Context) {
		if forPrograms(c) {
			forAPI(c)
			return
		}
		forPages(c)
	}
}

// headAsGet lets HEAD take the way of GET; net/http drops the body.
func headAsGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			r = r.Clone(r.Context())
			r.Method = http.MethodGet
		}
		next.ServeHTTP(w, r)
	})
}
