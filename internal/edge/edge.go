// Package edge is what every request passes on its way to a page or to the API,
// and every answer on its way back: bounds on its size, a rate for each client,
// rules for other origins, validators for caches, and compression. It knows
// nothing of what is asked.
package edge

import "github.com/gin-gonic/gin"

// Refusal is why a request is not handled at all. Title and Detail are for
// people, in Vietnamese.
type Refusal struct {
	Status        int
	Title, Detail string
}

// Refuse ends a request; pages and API say no in their own ways.
type Refuse func(c *gin.Context, r Refusal)
