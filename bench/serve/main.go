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
	watched := site.watch(ctx)
	result := site.crowd(ctx, asks, *clients, *span)
	result.print(*clients, *span)
	fmt.Printf("memory of the service: %.0f MB at most\n", float64(watched())/(1<<20))
	return site.refusals(ctx)
}
