package server

import (
	"strconv"
	"strings"
)

// codings are the content codings, the first of equals preferred: zstd costs
// the least time, br the fewest bytes.
var codings = []string{"zstd", "br", "gzip"}

// chooseCoding returns the coding that a client likes best (RFC 9110, 12.5.3);
// empty for none.
func chooseCoding(accept string) string {
	quality := map[string]float64{}
	for part := range strings.SplitSeq(accept, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		q := 1.0
		if value, found := strings.CutPrefix(strings.ReplaceAll(parameters, " ", ""), "q="); found {
			var err error
			if q, err = strconv.ParseFloat(value, 64); err != nil {
				q = 0
			}
		}
		quality[strings.ToLower(strings.TrimSpace(name))] = q
	}
	best, most := "", 0.0
	for _, coding := range codings {
		q, named := quality[coding]
		if !named {
			q = quality["*"]
		}
		if q > most {
			best, most = coding, q
		}
	}
	return best
}
