package main

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// torment asks what nobody should ask, and tells the slowest of each kind. An
// answer of 5xx, or one later than a second, is an error.
func (s *site) torment(ctx context.Context) error {
	bad := map[string]string{
		"60 KB of words":          strings.Repeat("kế hoạch ", 5000)[:60_000],
		"10,000 parentheses":      strings.Repeat("(", 10_000),
		"5,000 pairs nested":      strings.Repeat("(a ", 5000) + strings.Repeat(")", 5000),
		"quotes without end":      strings.Repeat(`"a `, 5000),
		"OR a thousand times":     strings.Repeat("a OR ", 1000) + "b",
		"not a thousand times":    strings.Repeat("-a ", 1000) + "b",
		"filters of nothing":      strings.Repeat("loại: năm:..  cơ quan:\"", 500),
		"NUL":                     "kế\x00hoạch",
		"invalid UTF-8":           "k\xff\xfe hoach",
		"a regular expression":    `(a+)+$|.*.*.*[\p{L}]{1,9999}`,
		"SQL":                     `'; DROP TABLE articles; -- " OR 1=1`,
		"HTML":                    `<script>alert(1)</script><img src=x onerror=alert(1)>`,
		"2,000 numbers":           strings.Repeat("52/KH-UBND ", 2000),
		"the most common word":    "và",
		"every common word":       strings.Repeat("của và các trong được cho là có ủy ban nhân dân ", 60),
		"marks without letters":   strings.Repeat("̣̂́", 8000),
		"invisible letters":       strings.Repeat("\u200b\u00ad", 9000),
		"digits":                  strings.Repeat("9", 20_000),
		"a year that is none":     "năm:-99999999999999999999..99999999999999999999",
		"emoji and right-to-left": strings.Repeat("\U0001f468\u200d\U0001f469\u202ex ", 2000),
	}
	paths := []string{"/tim?q=%s", "/api/v1/search?facets=true&q=%s", "/api/v1/lookup?q=%s", "/api/v1/suggest?q=%s", "/tim.atom?q=%s", "/van-ban/%s", "/api/v1/search?q=a&cursor=%s", "/api/v1/search?q=a&limit=%s", "/api/v1/targets?q=%s"}
	wrong := 0
	for what, q := range bad {
		var slowest time.Duration
		var where string
		for _, p := range paths {
			path := fmt.Sprintf(p, url.QueryEscape(q))
			if len(path) > 63<<10 { // the service refuses longer headers, which is told by its tests
				path = path[:63<<10]
				path = path[:max(strings.LastIndexByte(path, '%'), strings.LastIndexByte(path, '+'))]
			}
			start := time.Now()
			status, _, err := s.get(ctx, path)
			took := time.Since(start)
			if err != nil || status >= http.StatusInternalServerError || took > time.Second {
				wrong++
				fmt.Printf("BAD: %s at %s: status %d after %v, %v\n", what, p, status, took, err)
			}
			if took > slowest {
				slowest, where = took, p
			}
		}
		fmt.Printf("%-24s slowest %9v  %s\n", what, slowest.Round(100*time.Microsecond), where)
	}
	if wrong > 0 {
		return fmt.Errorf("%d answers were late or failed", wrong)
	}
	return nil
}
