package api

import (
	"errors"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/gin-gonic/gin"
)

// record answers GET /articles/{id}/captures/{capture}: the WARC record.
func record(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		id, capture := c.Param("id"), c.Param("capture")
		download(c, capture+".warc.gz", "application/warc", func(to io.Writer) error {
			return s.Record(c.Request.Context(), id, capture, to)
		})
	}
}

// packaged answers GET /articles/{id}/package: a WACZ file of the article.
func packaged(s Service) gin.HandlerFunc {
	return func(c *gin.Context) {
		id := c.Param("id")
		download(c, id+".wacz", "application/wacz", func(to io.Writer) error { return s.Package(c.Request.Context(), id, to) })
	}
}

// download makes a file before the first byte is sent, so that what fails is
// told as a problem and nobody keeps half a proof.
func download(c *gin.Context, name, media string, write func(io.Writer) error) {
	file, err := os.CreateTemp("", "tracuu-*")
	if err != nil {
		fail(c, err)
		return
	}
	defer func() {
		if err := errors.Join(file.Close(), os.Remove(file.Name())); err != nil {
			_ = c.Error(err) // for the request log; it never fails
		}
	}()
	if err := write(file); err != nil {
		fail(c, err)
		return
	}
	c.Header("Content-Type", media)
	c.Header("Content-Disposition", `attachment; filename="`+name+`"`)
	http.ServeContent(c.Writer, c.Request, name, time.Time{}, file)
}
