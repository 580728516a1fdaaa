package archive

// indexer makes the lines of an index from the records of a file. The request
// of a response, which stands before it or behind it, tells what was posted.
type indexer struct {
	lines []string
	held  indexEntry // not a line yet: its request may follow
	id    string     // of the held entry's record; "" when none is held

	asked struct { // the request that was read last
		posted
		id, of string // its own, and the record that it brought
	}
}

// see reads what an index needs of a record that is not finished yet.
func (x *indexer) see(rec *Record) {
	if rec.Type() == TypeRequest {
		x.asked.posted, x.asked.id, x.asked.of = readPosted(rec), rec.ID(), uuidOf(rec.Fields.Get(fieldConcurrent))
	}
}

// add takes in a record that was whole to its end.
func (x *indexer) add(rec *Record, length int64) {
	belongs := false
	switch {
	case isIndexed(rec):
		x.flush()
		x.held, x.id = entryOf(rec, length), rec.ID()
		with := uuidOf(rec.Fields.Get(fieldConcurrent))
		belongs = with != "" && with == x.asked.id || x.id != "" && x.id == x.asked.of
	case rec.Type() == TypeRequest:
		belongs = x.id != "" && x.id == x.asked.of
	}
	if belongs {
		x.held.posted = x.asked.posted
	}
}

// flush writes the held entry.
func (x *indexer) flush() {
	if x.held.File != "" {
		x.lines = append(x.lines, indexLine(x.held))
	}
	x.held, x.id = indexEntry{}, ""
}
