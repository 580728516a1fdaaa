package completion

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"tracuu/internal/require"
)

// titles are those of the legal code, 62,323.
func titles(b *testing.B) []string {
	b.Helper()
	f, err := os.Open(require.Shared(b, "corpus/phapdien.jsonl.zst"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	defer z.Close()
	var out []string
	for d := json.NewDecoder(bufio.NewReader(z)); d.More(); {
		var line struct{ Title string }
		if err := d.Decode(&line); err != nil {
			b.Fatal(err)
		}
		out = append(out, line.Title)
	}
	return out
}

// batch is as many names as a store is read for at once.
const batch = 2000

func filled(titles []string, n int) *Table {
	t := New(Options{})
	for from := 0; from < n; from += batch {
		var entries []Entry
		for i := from; i < min(from+batch, n); i++ {
			title := titles[i%len(titles)]
			if i >= len(titles) { // no two are alike, as those of many portals
				title = fmt.Sprintf("%s số %d", title, i)
			}
			entries = append(entries, Entry{ID: fmt.Sprintf("%016x", i), Label: title, Weight: i % 100})
		}
		t.Put(entries)
	}
	return t
}

// BenchmarkComplete types the titles of the legal code letter by letter, from
// their beginning and from a word inside.
func BenchmarkComplete(b *testing.B) {
	all := titles(b)
	t := filled(all, len(all))
	var typed []string
	for i := range 400 {
		title := all[(i*7919+13)%len(all)]
		if i%2 == 1 {
			_, title, _ = strings.Cut(title, ". ")
		}
		runes := []rune(title)
		for n := 1; n <= min(len(runes), 24); n++ {
			typed = append(typed, string(runes[:n]))
		}
	}
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		text := Type(typed[i%len(typed)])
		start := time.Now()
		for _, m := range t.Complete(text, 8, nil) {
			text.Parts(m.Label)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(t.Bytes())/float64(t.Len()), "B/title")
}

// BenchmarkScattered asks for words of titles in another order.
func BenchmarkScattered(b *testing.B) {
	all := titles(b)
	t := filled(all, len(all))
	for i := 0; b.Loop(); i++ {
		words := strings.Fields(all[(i*7919+13)%len(all)])
		slices.Reverse(words)
		t.Scattered(Type(strings.Join(words[:min(len(words), 3)], " ")), 8)
	}
}

// BenchmarkLearn fills a table with a number of titles.
func BenchmarkLearn(b *testing.B) {
	all := titles(b)
	for _, n := range []int{len(all), 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var t *Table
			for b.Loop() {
				t = filled(all, n)
			}
			b.ReportMetric(float64(t.Bytes())/float64(n), "B/title")
			b.ReportMetric(float64(t.Bytes())/(1<<20), "MiB")
			slow := time.Duration(0)
			for _, text := range []string{"đ", "q", "điều", "quy định", "52", "a"} {
				start := time.Now()
				t.Complete(Type(text), 8, nil)
				slow = max(slow, time.Since(start))
			}
			b.ReportMetric(float64(slow.Microseconds())/1000, "slowest-ms")
		})
	}
}
