// Package storetest is the conformance suite that every adapter of store.Store
// passes. An adapter's test calls Run with a function that opens an empty
// store.
package storetest

import (
	"testing"

	"tracuu/internal/store"
)

// Open returns an empty store that is closed when the test ends.
type Open func(t *testing.T) store.Store

// Run runs the whole suite.
func Run(t *testing.T, open Open) {
	t.Run("articles", func(t *testing.T) { testArticles(t, open) })
	t.Run("attachments", func(t *testing.T) { testAttachments(t, open) })
	t.Run("files", func(t *testing.T) { testFiles(t, open) })
	t.Run("captures", func(t *testing.T) { testCaptures(t, open) })
	t.Run("history", func(t *testing.T) { testHistory(t, open) })
	t.Run("presence", func(t *testing.T) { testPresence(t, open) })
	t.Run("copies", func(t *testing.T) { testCopies(t, open) })
	t.Run("changes", func(t *testing.T) { testChanges(t, open) })
	t.Run("site lines", func(t *testing.T) { testSiteLines(t, open) })
	t.Run("headings", func(t *testing.T) { testHeadings(t, open) })
	t.Run("documents", func(t *testing.T) { testDocuments(t, open) })
	t.Run("document identity", func(t *testing.T) { testIdentity(t, open) })
	t.Run("any order", func(t *testing.T) { testAnyOrder(t, open) })
	t.Run("relations", func(t *testing.T) { testRelations(t, open) })
	t.Run("targets", func(t *testing.T) { testTargetLists(t, open) })
	t.Run("assignments", func(t *testing.T) { testAssignmentLists(t, open) })
	t.Run("missing documents", func(t *testing.T) { testMissingLists(t, open) })
	t.Run("frontier", func(t *testing.T) { testFrontier(t, open) })
	t.Run("runs", func(t *testing.T) { testRuns(t, open) })
}
