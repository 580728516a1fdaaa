//go:build !race

package official

const raceDetector = false
