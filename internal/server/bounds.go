package server

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

// Bounds of what is sent. An address holds a question of 4 KB with every byte
// escaped, and the parameters beside it.
const (
	MaxAddress = 16 << 10
	MaxBody    = 512 << 10
)

// Bounded refuses addresses and bodies that are too long before anything reads
// them. A body that does not tell its length ends with *http.MaxBytesError.
func Bounded(refuse Refuse) gin.HandlerFunc {
	return func(c *gin.Context) {
		r := c.Request
		switch {
		case len(r.RequestURI) > MaxAddress:
			refuse(c, Refusal{
				http.StatusRequestURITooLong, "Địa chỉ quá dài",
				fmt.Sprintf("Địa chỉ dài %d byte, nhiều nhất là %d: hãy hỏi ngắn hơn.", len(r.RequestURI), MaxAddress),
			})
		case r.ContentLength > MaxBody:
			c.Header("Connection", "close") // the rest is not read
			refuse(c, TooLarge())
		default:
			if r.Body != nil {
				r.Body = http.MaxBytesReader(c.Writer, r.Body, MaxBody)
			}
			c.Next()
		}
	}
}

// TooLarge is the refusal of a body over MaxBody.
func TooLarge() Refusal {
	return Refusal{
		http.StatusRequestEntityTooLarge, "Nội dung quá lớn",
		fmt.Sprintf("Nội dung gửi lên dài nhất %d KB: hãy chia nhỏ.", MaxBody>>10),
	}
}
