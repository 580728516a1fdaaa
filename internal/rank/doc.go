// Package rank works on what an engine found, from the stored text and
// without knowing the engine: it chooses the passage that is shown of a hit
// and marks the words that were asked for.
package rank
