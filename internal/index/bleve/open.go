package bleve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	bolterrors "go.etcd.io/bbolt/errors"

	"tracuu/internal/index"
)

// ErrUnusable tells that a folder does not hold an index that this version
// can read. The index is a view: deleting the folder and starting again
// rebuilds it.
var ErrUnusable = errors.New("not a usable index")

// Options of Open. The zero value is good.
type Options struct {
	// LockTimeout is how long to wait for another process that has the index
	// open before ErrLocked; one second when zero.
	LockTimeout time.Duration
	// Rebuild starts anew where the index is damaged or of another version.
	// A folder that holds anything but an index is never deleted.
	Rebuild bool
}

// format changes whenever fields or analysis do: an older index is rebuilt.
const format = "2"

var (
	formatKey   = []byte("tracuu.format")
	sequenceKey = []byte("tracuu.sequence")
)

// Open opens the index in a folder and creates it when there is none.
// Errors: index.ErrLocked, ErrUnusable.
func Open(ctx context.Context, dir string, opts Options) (*Engine, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	exists, err := populated(dir)
	if err != nil {
		return nil, err
	}
	if !exists {
		if err := create(dir); err != nil {
			return nil, err
		}
	}
	e, err := open(dir, opts)
	if !opts.Rebuild || !errors.Is(err, ErrUnusable) {
		return e, err
	}
	if err := remove(dir); err != nil {
		return nil, err
	}
	if err := create(dir); err != nil {
		return nil, err
	}
	return open(dir, opts)
}

// populated reports whether there is anything in the folder.
func populated(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("index folder %s: %w", dir, err)
	}
	return len(entries) > 0, nil
}

// create makes an empty index under another name first, so that a process
// that dies halfway leaves no half index behind.
func create(dir string) error {
	fail := func(err error) error { return fmt.Errorf("create index %s: %w", dir, err) }
	fresh := filepath.Clean(dir) + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return fail(err)
	}
	nothing := bleve.NewIndexMapping() // documents bring their fields along
	nothing.DefaultMapping = mapping.NewDocumentDisabledMapping()
	b, err := bleve.NewUsing(fresh, nothing, scorch.Name, scorch.Name, nil)
	if err != nil {
		return fail(err)
	}
	err = errors.Join(b.SetInternal(formatKey, []byte(format)), b.Close())
	if err != nil {
		return fail(err)
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fail(err)
	}
	if err := os.Rename(fresh, dir); err != nil {
		return fail(err)
	}
	return nil
}

// remove deletes a folder that holds an index and nothing else.
func remove(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("index folder %s: %w", dir, err)
	}
	for _, e := range entries {
		if !slices.Contains(indexFiles, e.Name()) {
			return fmt.Errorf("folder %s holds %s, which is not part of an index: choose another folder or move it away: %w",
				dir, e.Name(), ErrUnusable)
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("delete index %s: %w", dir, err)
	}
	return nil
}

// indexFiles is what the library puts into an index folder.
var indexFiles = []string{"index_meta.json", "index_meta.json_temp", "store"}

func open(dir string, opts Options) (*Engine, error) {
	timeout := opts.LockTimeout
	if timeout <= 0 {
		timeout = time.Second
	}
	b, err := openGuarded(dir, map[string]any{"bolt_timeout": timeout.String()})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("index %s: %w", dir, index.ErrLocked)
	case errors.Is(err, os.ErrPermission):
		return nil, fmt.Errorf("index %s: %w", dir, err)
	case err != nil:
		return nil, unusable(dir, err)
	}
	got, err := b.GetInternal(formatKey)
	if err == nil && string(got) != format {
		err = fmt.Errorf("it has format %q, this program writes %q", got, format)
	}
	if err != nil {
		return nil, errors.Join(unusable(dir, err), b.Close())
	}
	return &Engine{index: b, columns: map[uint64]*columns{}}, nil
}

// openGuarded turns a panic of the library over damaged files into an error.
func openGuarded(dir string, config map[string]any) (b bleve.Index, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("damaged files: %v", r)
		}
	}()
	return bleve.OpenUsing(dir, config)
}

func unusable(dir string, err error) error {
	return fmt.Errorf("index %s: %w (%w); delete the folder and start again: it is rebuilt from the store", dir, ErrUnusable, err)
}
