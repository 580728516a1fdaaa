package indextest

import (
	"sync"
	"testing"

	"tracuu/internal/filter"
	"tracuu/internal/index"
)

// testTogether searches and counts while batches come in: each search sees one
// moment of the index, of which total, hits and counts agree.
func testTogether(t *testing.T, open Open) {
	records := randomRecords(11, 90)
	e := applied(t, open, records)
	done := make(chan struct{})
	var wait sync.WaitGroup
	for range 3 {
		wait.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				res, err := e.Search(t.Context(), index.Request{Text: "nước", Limit: 1000, Facets: filter.Facets(), Sort: index.Newest})
				if err != nil {
					t.Error(err)
					return
				}
				portals := 0
				for _, f := range res.Facets {
					for _, v := range f.Values {
						portals = max(portals, v.Count)
					}
				}
				if int(res.Total) != len(res.Hits) || portals > len(res.Hits) {
					t.Errorf("total %d, %d hits, a value of %d", res.Total, len(res.Hits), portals)
				}
			}
		})
	}
	for i := range 30 {
		some := records[i*3 : i*3+3]
		apply(t, e, index.Batch{Upserts: some, Deletes: []string{records[(i*7)%len(records)].ID}, Sequence: int64(10 + i)})
	}
	close(done)
	wait.Wait()
	closed(t, e)
}
