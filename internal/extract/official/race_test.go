//go:build race

package official

const raceDetector = true
