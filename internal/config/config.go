// Package config knows every option of both programs.
//
// table.go is the one table: key, environment variable, flag, default, check
// and help of each option. Flags, files and the environment are all read
// through it. Later layers win: defaults, YAML file, environment, flags.
//
// A command names the options it takes and asks for the result:
//
//	type serve struct {
//		Options config.Flags `embed:""`
//	}
//	cmd := serve{Options: config.NewFlags("data", "search.listen")}
//	// … kong parses …
//	effective, err := cmd.Options.Load(os.Environ())
package config

import (
	"log/slog"
	"time"
)

// Config is the value of every option.
type Config struct {
	Data     string // the data folder
	LogLevel slog.Level
	LogJSON  LogFormat // rather than text
	Crawl    Crawl
	Archive  Archive
	Search   Search
	Collect  Collect
}

// Crawl is how sites are visited.
type Crawl struct {
	AllowPrivate bool          // opens the host and port of the named seeds, though not public
	Contact      string        // an address or page for the people who run a site
	Delay        time.Duration // between two requests to one host
	Depth        int           // links away from the seed
	Hosts        int           // visited side by side
	LocalFlights int           // requests in flight to one host that has no delay
	Attempts     int           // of one address before it counts as failed
	MaxSize      Size          // of one response body
	Timeout      time.Duration // without a byte from the server
	MaxTime      time.Duration // of one response as a whole
	ScanTime     time.Duration // for reading scans when nothing is left to fetch
	TotalSize    Size          // received in one run; 0: no limit
	TotalTime    time.Duration // of one run; 0: no limit
	Browser      string        // file of Chromium, "" to look for it, "none" for none
	WatchEvery   time.Duration // from the end of a run to the next, when it goes on
}

// Archive is how WARC files are written.
type Archive struct {
	FileSize Size // a file is closed when it has grown to this
	Sync     bool // ask the disk to keep each record before it is used
}

// Search is how the search service runs.
type Search struct {
	Listen  string        // host:port
	Refresh time.Duration // how often the index looks for changes
	Answer  time.Duration // the longest that one question may be worked on
	AtOnce  int           // questions worked on at once; 0: two for each processor
	Drain   time.Duration // between readiness going down and the listener closing
	Metrics string        // host:port of a listener for /metrics alone; "": on Listen, for this machine only
	MCP     bool          // the Model Context Protocol under /mcp
	Queries bool          // what people ask is written to the log

	ReportTo string // mail address that takes reports of errors; "": pages give a text to copy

	TrustedProxies Words // addresses and networks whose X-Forwarded-For is believed
	Origins        Words // whose scripts may read the API; "*" is every one
	Rate           int   // requests per second that one client may ask; 0: no limit
	Burst          int   // that may come at once
}

// Collect is the crawler inside the search service.
type Collect struct {
	Portals Words // ids or addresses; none: those of earlier runs
}
