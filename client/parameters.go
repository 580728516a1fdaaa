package client

import (
	"net/url"
	"strconv"
)

// parameters gathers those that say something: zero values are not sent.
type parameters url.Values

func (p parameters) text(name, value string) {
	if value != "" {
		url.Values(p).Set(name, value)
	}
}

func (p parameters) list(name string, values []string) {
	for _, one := range values {
		url.Values(p).Add(name, one)
	}
}

func (p parameters) number(name string, value int64) {
	if value != 0 {
		url.Values(p).Set(name, strconv.FormatInt(value, 10))
	}
}

func (p parameters) flag(name string, on bool) {
	if on {
		url.Values(p).Set(name, "true")
	}
}
