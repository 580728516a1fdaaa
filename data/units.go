package data

import (
	"embed"
	"io/fs"
)

//go:embed units
var units embed.FS

// Units holds the administrative units: provinces.txt, earlier.txt and
// communes/*.txt, one file a province of today.
func Units() fs.FS { return sub(units, "units") }
