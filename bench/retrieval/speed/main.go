// Command speed indexes a plain corpus and asks questions, with our engine or
// with Bleve as shipped, in the one way that bench/retrieval/measure.py starts
// every engine:
//
//	speed ENGINE index CORPUS FOLDER
//	speed ENGINE query CORPUS FOLDER QUESTIONS DEPTH RUN TIMES
//
// RUN is written in TREC's format, TIMES as milliseconds, one a line.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"tracuu/internal/evaluate"
	"tracuu/internal/index"
)

// engine is what is measured. search returns the best records, shown with
// their snippets.
type engine interface {
	index(ctx context.Context, corpus, folder string) error
	open(ctx context.Context, corpus, folder string) error
	search(ctx context.Context, text string, depth int) ([]evaluate.Ranked, error)
	close() error
}

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "speed:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) < 4 {
		return errors.New("usage: speed tracuu|bleve index|query CORPUS FOLDER …")
	}
	var e engine
	switch args[0] {
	case "tracuu":
		index.GrowHeap() // as cmd/search does
		e = &ours{}
	case "bleve":
		e = &shipped{}
	default:
		return fmt.Errorf("no engine %q", args[0])
	}
	if args[1] == "index" {
		return e.index(ctx, args[2], args[3])
	}
	if len(args) != 8 {
		return errors.New("query needs CORPUS FOLDER QUESTIONS DEPTH RUN TIMES")
	}
	depth, err := strconv.Atoi(args[5])
	if err != nil {
		return fmt.Errorf("depth: %w", err)
	}
	if err := e.open(ctx, args[2], args[3]); err != nil {
		return err
	}
	return errors.Join(ask(ctx, e, args[4], depth, args[6], args[7]), e.close())
}

// ask asks every question once to warm up, and once more against the clock.
func ask(ctx context.Context, e engine, questions string, depth int, runFile, timesFile string) error {
	in, err := os.Open(questions)
	if err != nil {
		return err
	}
	all, err := evaluate.ReadQuestions(in)
	if err = errors.Join(err, in.Close()); err != nil {
		return err
	}
	found := evaluate.Run{}
	var times []time.Duration
	for _, timed := range []bool{false, true} {
		for _, q := range all {
			start := time.Now()
			hits, err := e.search(ctx, q.Text, depth)
			if err != nil {
				return fmt.Errorf("question %s: %w", q.ID, err)
			}
			if timed {
				times = append(times, time.Since(start))
				found[q.ID] = hits
			}
		}
	}
	return errors.Join(writeTimes(timesFile, times), writeRun(runFile, found))
}

func writeRun(path string, run evaluate.Run) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(run.Write(f, "bench"), f.Close())
}

func writeTimes(path string, times []time.Duration) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, t := range times {
		if _, err := fmt.Fprintf(w, "%.3f\n", float64(t.Microseconds())/1000); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// records walks a plain corpus of which ids may stand twice; the first counts.
func records(corpus string, each func(evaluate.Record) error) error {
	f, err := os.Open(corpus)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for r, err := range evaluate.Records(f) {
		if err == nil && !seen[r.ID] {
			seen[r.ID] = true
			err = each(r)
		}
		if err != nil {
			return errors.Join(err, f.Close())
		}
	}
	return f.Close()
}
