package archive

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// syncedSink counts how often files are forced to the disk, which takes a
// while, and lets it fail.
type syncedSink struct {
	Sink
	syncs *atomic.Int32
	fails *atomic.Bool
}

func (s syncedSink) Create(name string) (File, error) {
	f, err := s.Sink.Create(name)
	return syncedFile{f, s}, err
}

type syncedFile struct {
	File
	of syncedSink
}

var errDisk = errors.New("the disk is broken")

func (f syncedFile) Sync() error {
	f.of.syncs.Add(1)
	time.Sleep(3 * time.Millisecond)
	if f.of.fails.Load() {
		return errDisk
	}
	return f.File.Sync()
}

func TestWritersShareASync(t *testing.T) {
	const writers, each = 8, 20
	dir := t.TempDir()
	sink := syncedSink{Directory(dir), new(atomic.Int32), new(atomic.Bool)}
	opts := testOptions()
	opts.Sync, opts.MaxSize = true, 40_000 // files are sealed while some still wait
	w, err := OpenSink(sink, opts)
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for n := range writers {
		all.Go(func() {
			for i := range each {
				if _, err := w.WriteExchange(t.Context(), testExchange(n*each+i)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if n := sink.syncs.Load(); n < each || n > writers*each*2/3 {
		t.Errorf("%d syncs for %d exchanges of %d writers", n, writers*each, writers)
	}
	mustClose(t, w)
	if sum := mustVerify(t, dir); sum.Responses != writers*each || sum.Files < 2 {
		t.Errorf("%+v", sum)
	}
}

// TestDiskThatLosesWhatItTook: nothing more is taken, for nobody knows what is
// on the disk.
func TestDiskThatLosesWhatItTook(t *testing.T) {
	sink := syncedSink{Directory(t.TempDir()), new(atomic.Int32), new(atomic.Bool)}
	opts := testOptions()
	opts.Sync = true
	w, err := OpenSink(sink, opts)
	if err != nil {
		t.Fatal(err)
	}
	mustWrite(t, w, testExchange(1))
	sink.fails.Store(true)
	for range 2 {
		if _, err := w.WriteExchange(t.Context(), testExchange(2)); !errors.Is(err, errDisk) {
			t.Errorf("got %v", err)
		}
		sink.fails.Store(false)
	}
	mustClose(t, w)
}
