// Package rank scores what an engine found for a question, without knowing the
// engine: by the best clause of each text, which is what is shown of it, and by
// features of the whole. See docs/RANKING.md.
//
//	q := ranker.Ask("nước sạch nông thôn")      // words, pairs, compounds, other forms
//	q.Weigh(records, frequencies(q.Terms()))    // how rare they are
//	readings := q.Read(forwards)                // features of each candidate
//	ranker.Score(candidates)                    // weighed and added up
//	snippet, marks := q.Snippet(text, reading)  // what is shown
package rank
