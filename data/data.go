// Package data embeds the rules that are data: portals and CMS families,
// agencies, document types, and the sample portal.
package data

import (
	"embed"
	"io/fs"
)

//go:embed all:portals
var portals embed.FS

//go:embed all:sample
var sample embed.FS

// Portals holds families/*.yaml and one *.yaml a portal.
func Portals() fs.FS { return sub(portals, "portals") }

// Sample holds the authored sample portal.
func Sample() fs.FS { return sub(sample, "sample") }

// sub cannot fail: dir is a valid name written in this file.
func sub(f embed.FS, dir string) fs.FS {
	s, err := fs.Sub(f, dir)
	if err != nil {
		return f
	}
	return s
}
