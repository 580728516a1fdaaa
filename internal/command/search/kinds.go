package search

import (
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// kind of a request, by what it costs.
type kind int

const (
	question kind = iota // worked on, then written: bounded in time
	download             // a file of any length, made while it is written
	machine              // asked all day by monitors and browsers, costs nothing
)

// Addresses of monitors.
const (
	healthPath  = "/healthz"
	readyPath   = "/readyz"
	metricsPath = "/metrics"
)

// machineRoutes cost nothing: they never wait in line, and count for no client.
func machineRoutes() []string {
	return []string{healthPath, readyPath, metricsPath, "/static/:name"}
}

func kindOf(c *gin.Context) kind {
	route := c.FullPath()
	switch {
	case slices.Contains(machineRoutes(), route):
		return machine
	case strings.HasSuffix(route, "/package"), strings.HasSuffix(route, "/captures/:capture"), isTable(c.Query("format")):
		return download
	}
	return question
}

// isTable knows the formats in which all rows of an answer are handed out.
func isTable(format string) bool {
	switch format {
	case "csv", "xlsx", "jsonl", "parquet":
		return true
	}
	return false
}
