package server

import "github.com/gin-gonic/gin"

// Refusal is why a request is not handled at all. Title and Detail are for
// people, in Vietnamese.
type Refusal struct {
	Status        int
	Title, Detail string
}

// Refuse ends a request; pages and API say no in their own ways.
type Refuse func(c *gin.Context, r Refusal)
