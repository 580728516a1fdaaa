package attachment

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestMain lets the test binary stand in for the program that Command starts:
// its last argument tells how it behaves.
func TestMain(m *testing.M) {
	cache := filepath.Join(os.TempDir(), "tracuu-test-pdfium")
	switch os.Args[len(os.Args)-1] {
	case "serve":
		if err := Serve(context.Background(), os.Stdin, os.Stdout, Options{CacheDir: cache}); err != nil {
			os.Exit(1)
		}
	case "die":
		_, _ = os.Stdin.Read(make([]byte, 10))
		_, _ = os.Stderr.WriteString("broken table")
		os.Exit(2)
	case "memory":
		_, _ = os.Stdin.Read(make([]byte, 10))
		os.Exit(exitMemory)
	case "hang":
		time.Sleep(time.Minute)
	default:
		os.Exit(m.Run())
	}
}

func behaving(t testing.TB, how string, opts Options) *Reader {
	t.Helper()
	opts.Command = []string{os.Args[0], how}
	r, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for range 2 {
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		}
	})
	return r
}

// TestElsewhere: what another process reads is what this one would read, files
// that cannot be read included.
func TestElsewhere(t *testing.T) {
	r, here := behaving(t, "serve", Options{}), mustReader(t)
	bodies := officeFiles(t)
	bodies[readerPDF] = pdfFile(textPage("KE HOACH"), imagePage())
	bodies["scan"] = pdfFile(imagePage())
	bodies["broken"] = []byte("%PDF-1.4 broken")
	bodies["picture"] = []byte("\x89PNG\r\n\x1a\n")
	var wg sync.WaitGroup
	for name, body := range bodies {
		wg.Go(func() {
			want, failure := here.Read(t.Context(), name, "", body)
			got, err := r.Read(t.Context(), name, "", body)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			if (err == nil) != (failure == nil) || err != nil && err.Error() != failure.Error() {
				t.Errorf("%s: got %v, want %v", name, err, failure)
			}
			for _, kind := range kinds() {
				if errors.Is(err, kind) != errors.Is(failure, kind) {
					t.Errorf("%s: %v is told apart from %v", name, err, failure)
				}
			}
		})
	}
	wg.Wait()
}

// TestWarm starts the processes before a file comes, ends them in the middle of
// it, and finds them as they were when one fails.
func TestWarm(t *testing.T) {
	for _, how := range []string{"serve", "hang", "die"} {
		r := behaving(t, how, Options{Timeout: 10 * time.Second})
		if how == "serve" {
			r.workers.warm()
			if one := <-r.workers.idle; one.process == nil {
				t.Error("a process is not running")
			} else {
				r.workers.idle <- one
			}
			if doc, err := r.Read(t.Context(), "a.pdf", "", pdfFile(textPage("KE HOACH"))); err != nil || !strings.Contains(doc.Text, "KE HOACH") {
				t.Errorf("%+v, %v", doc, err)
			}
			continue
		}
		r.Warm()
		time.Sleep(10 * time.Millisecond)
		began := time.Now()
		if err := r.Close(); err != nil || time.Since(began) > 5*time.Second {
			t.Errorf("%s: closed after %v, %v", how, time.Since(began), err)
		}
	}
}

// TestHostileProcess: a file that its process does not survive, or that holds
// it up, fails alone.
func TestHostileProcess(t *testing.T) {
	for how, want := range map[string]error{"die": ErrDamaged, "memory": ErrTooLarge, "hang": ErrTimeout} {
		r := behaving(t, how, Options{Timeout: time.Millisecond})
		r.grace = 300 * time.Millisecond
		start := time.Now()
		_, err := r.Read(t.Context(), "a.txt", "", []byte("x"))
		if !errors.Is(err, want) || time.Since(start) > 20*time.Second {
			t.Errorf("%s: %v after %v, want %v", how, err, time.Since(start), want)
		}
		if failure := new(Failure); how == "die" && (!errors.As(err, &failure) || !strings.Contains(failure.Cause.Error(), "broken table")) {
			t.Errorf("the cause is lost: %v", failure.Cause)
		}
	}
	if _, err := behaving(t, "serve", Options{Command: nil}).Read(t.Context(), "a.txt", "", []byte("x")); err != nil {
		t.Error(err)
	}
	lost, err := New(Options{Command: []string{filepath.Join(t.TempDir(), "absent")}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lost.Read(t.Context(), "a.txt", "", []byte("x")); !errors.Is(err, errNotReady) {
		t.Errorf("a program that is not there: %v", err)
	}
}

func TestRender(t *testing.T) {
	here, r := mustReader(t), behaving(t, "serve", Options{})
	body := pdfFile(textPage("KE HOACH"), imagePage())
	page, err := here.Render(t.Context(), body, 2)
	if err != nil || page.Width != 1653 || page.Height != 2339 || len(page.Gray) != page.Width*page.Height || page.Gray[0] != 0x80 {
		t.Errorf("%d by %d, %v", page.Width, page.Height, err)
	}
	again, err := r.Render(t.Context(), body, 2)
	if diff := cmp.Diff(page, again); err != nil || diff != "" {
		t.Errorf("another process draws another picture: %v", err)
	}
	if _, err := r.Render(t.Context(), body, 3); !errors.Is(err, ErrDamaged) {
		t.Errorf("a page that is not there: %v", err)
	}
	huge := []byte(strings.ReplaceAll(string(body), "[0 0 595 842]", "[0 0 9e4 9e4]"))
	if page, err := here.Render(t.Context(), huge, 1); err == nil && len(page.Gray) > maxPixels+maxPixels/100 {
		t.Errorf("%d by %d pixels are drawn", page.Width, page.Height)
	}
}
