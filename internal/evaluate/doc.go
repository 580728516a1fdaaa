// Package evaluate measures rankings: questions and judgements are read, runs
// are written and read in TREC's format, scored, given intervals, and compared
// in pairs. It is pure: what is ranked, and by whom, is the caller's affair.
package evaluate
