package crawler

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"tracuu/internal/attachment"
	"tracuu/internal/config"
	"tracuu/internal/crawl"
	"tracuu/internal/extract"
	"tracuu/internal/extract/page"
	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

type extractCommand struct {
	Format  string       `enum:"jsonl" default:"jsonl" help:"dạng in ra: jsonl"`
	Paths   []string     `arg:"" name:"tệp|thư-mục" help:"tệp HTML, văn bản thuần, PDF, DOC, DOCX, XLS, XLSX, RTF, ODT, ZIP hoặc thư mục chứa chúng"`
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *extractCommand) Run(s *session) (err error) {
	if _, err := c.Options.Load(s.environ); err != nil {
		return err
	}
	known, err := loadPortals()
	if err != nil {
		return err
	}
	sources, err := listSources(c.Paths)
	if err != nil {
		return err
	}
	files, err := s.newFileReader(userCache())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, files.Close()) }()
	b := &bench{known: known, extractor: extract.New(known), files: files}
	if b.repeated, err = b.learnSites(s.ctx, sources); err != nil {
		return err
	}
	return s.print(sources, b)
}

// userCache is where the compiled PDF reader is kept when there is no data
// folder; empty when the system has no such place.
func userCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "tracuu")
}

// bench reads local files as the crawler reads what it fetched.
type bench struct {
	known     *portal.Registry
	extractor *extract.Extractor
	files     *attachment.Reader
	repeated  map[string]func(uint64) bool // by source.site
}

// print reads the sources side by side and writes their lines in order.
func (s *session) print(sources []source, b *bench) error {
	type outcome struct {
		line line
		err  error
	}
	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	// Each place in the queue is a promise; its length bounds what waits.
	queue := make(chan chan outcome, 4*runtime.GOMAXPROCS(0))
	workers := make(chan struct{}, runtime.GOMAXPROCS(0))
	go func() {
		defer close(queue)
		for _, src := range sources {
			promise := make(chan outcome, 1)
			select {
			case queue <- promise:
			case <-ctx.Done():
				return
			}
			workers <- struct{}{}
			go func() {
				l, err := b.read(ctx, src)
				<-workers
				promise <- outcome{l, err}
			}()
		}
	}()
	failed := 0
	for promise := range queue {
		o := <-promise
		if o.err != nil {
			failed++
			if _, err := fmt.Fprintf(s.stderr, "không đọc được %s: %v\n", o.line.Page, o.err); err != nil {
				return err
			}
		}
		if err := o.line.write(s.stdout); err != nil {
			return fmt.Errorf("ghi kết quả: %w", err)
		}
	}
	switch {
	case s.ctx.Err() != nil:
		return errors.New("đã dừng theo yêu cầu")
	case failed > 0 && failed == len(sources):
		return errors.New("không đọc được tệp nào")
	}
	return nil
}

// read makes the line of a source. A source that cannot be read gives a line
// of kind other, so that each file has its line.
func (b *bench) read(ctx context.Context, src source) (line, error) {
	nothing := newLine(src.name, &model.Article{Kind: model.KindOther})
	body, err := src.body()
	if err != nil {
		return nothing, err
	}
	in := extract.Input{URL: src.name, Body: body, MediaType: src.mediaType, Repeated: b.repeated[src.site]}
	if src.attachment {
		read, err := b.files.Read(ctx, src.name, src.mediaType, body)
		if err != nil {
			return nothing, err
		}
		in.Body, in.MediaType = []byte(read.Text), "text/plain; charset=utf-8"
	}
	found, err := b.extractor.Page(in)
	if err != nil {
		return nothing, err
	}
	return newLine(src.name, &found.Article), nil
}

// learnSites counts the lines of each site's pages before they are read.
func (b *bench) learnSites(ctx context.Context, sources []source) (map[string]func(uint64) bool, error) {
	var mu sync.Mutex
	var flying sync.WaitGroup
	sites := map[string]store.SiteLines{}
	workers := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, src := range sources {
		if src.site == "" || src.attachment {
			continue
		}
		workers <- struct{}{}
		flying.Go(func() {
			defer func() { <-workers }()
			if ctx.Err() != nil {
				return
			}
			body, err := src.body()
			if err != nil {
				return // said when the file itself is read
			}
			p, err := page.Read(page.Input{URL: src.name, MediaType: src.mediaType, Body: body, Registry: b.known})
			if err != nil {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			one := sites[src.site]
			if one.Counts == nil {
				one.Counts = map[uint64]int{}
			}
			one.Pages++
			for _, l := range p.Lines {
				one.Counts[l]++
			}
			sites[src.site] = one
		})
	}
	flying.Wait()
	repeated := map[string]func(uint64) bool{}
	for name, lines := range sites {
		repeated[name] = crawl.Repeated(lines)
	}
	return repeated, ctx.Err()
}
