//go:build !race

package bleve

const raceDetector = false
