package extract

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/klauspost/compress/zstd"

	"tracuu/data"
	"tracuu/internal/portal"
	"tracuu/internal/require"
	"tracuu/internal/vietnamese"
)

// BenchmarkFacts reads legal text: bytes of plain text a second, all facts.
func BenchmarkFacts(b *testing.B) {
	texts, size := legalTexts(b, 2000)
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, t := range texts {
			Facts(Text{Text: t})
		}
	}
}

func legalTexts(b *testing.B, n int) (texts []string, size int) {
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
	for d := json.NewDecoder(z); len(texts) < n; {
		var row struct{ Text string }
		if err := d.Decode(&row); err != nil {
			b.Fatal(err)
		}
		text := vietnamese.Clean(row.Text)
		texts, size = append(texts, text), size+len(text)
	}
	return texts, size
}

// BenchmarkPages reads the pages of the real portals, from bytes to facts.
func BenchmarkPages(b *testing.B) {
	reg, err := portal.Load(data.Portals())
	if err != nil {
		b.Fatal(err)
	}
	var bodies [][]byte
	err = filepath.WalkDir(require.Shared(b, "sites"), func(path string, d fs.DirEntry, err error) error {
		if ext := filepath.Ext(path); err != nil || d.IsDir() || ext != ".html" && ext != ".aspx" {
			return err
		}
		body, err := os.ReadFile(path)
		if len(bytes.TrimSpace(body)) > 0 {
			bodies = append(bodies, body)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	x := New(reg)
	i := 0
	for b.Loop() {
		if _, err := x.Page(Input{URL: "http://127.0.0.1/", Body: bodies[i%len(bodies)]}); err != nil {
			b.Fatal(err)
		}
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}
