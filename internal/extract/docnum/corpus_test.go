package docnum

import (
	"encoding/json"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"tracuu/internal/require"
)

// legalCode is the first megabytes of the articles of the legal code.
func legalCode(b *testing.B, size int) string {
	b.Helper()
	f, err := os.Open(require.Shared(b, "corpus", "phapdien.jsonl.zst"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	defer z.Close()
	var text strings.Builder
	for lines := json.NewDecoder(z); text.Len() < size; {
		var article struct{ Text string }
		if err := lines.Decode(&article); err == io.EOF {
			break
		} else if err != nil {
			b.Fatal(err)
		}
		text.WriteString(article.Text + "\n")
	}
	return text.String()
}

func BenchmarkLegalCode(b *testing.B) {
	text := legalCode(b, 16<<20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
