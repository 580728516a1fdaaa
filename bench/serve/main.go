// Command serve drives a running search service with a crowd of clients and tells
// how it stood. See README.md.
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

const processorTime = "process_cpu_seconds_total"

func run() error {
	url := flag.String("url", "http://127.0.0.1:8080", "address of the service")
	clients := flag.Int("clients", 500, "clients at once")
	span := flag.Duration("time", 30*time.Second, "how long they ask")
	hostile := flag.Bool("hostile", false, "ask bad questions instead, one client")
	flag.Parse()
	site := &site{url: *url, client: &http.Client{
		Timeout:   60 * time.Second,
		Transport: &http.Transport{MaxIdleConns: *clients, MaxIdleConnsPerHost: *clients, DisableCompression: true},
	}}
	ctx := context.Background()
	if _, _, err := site.get(ctx, "/healthz"); err != nil {
		return err
	}
	if *hostile {
		return site.torment(ctx)
	}
	asks, err := site.questions(ctx)
	if err != nil {
		return err
	}
	before, err := site.measure(ctx, processorTime)
	if err != nil {
		return err
	}
	watched := site.watch(ctx)
	result := site.crowd(ctx, asks, *clients, *span)
	answered := result.print(*clients)
	memory := watched()
	after, err := site.measure(ctx, processorTime)
	if err != nil {
		return err
	}
	fmt.Printf("service: %.0f MB of memory at most, %.1f ms of processor time an answer\n", float64(memory)/(1<<20), 1000*(after-before)/float64(max(answered, 1)))
	return site.refusals(ctx)
}
