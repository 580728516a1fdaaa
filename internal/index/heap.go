package index

import (
	"os"
	"runtime/debug"
)

// heapGrowth is the percentage by which the heap of a program that indexes may
// grow between two collections. On phapdien 200 takes 14 % less CPU than Go's
// own 100 and a peak of 0.7 GB instead of 0.5; 400 saves 5 % more and takes 1.3 GB.
const heapGrowth = 200

// GrowHeap sets the collector of the process for indexing. It is for main
// functions; whoever sets GOGC knows better.
func GrowHeap() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
}
