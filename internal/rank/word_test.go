package rank

import (
	"bufio"
	"os"
	"testing"

	"tracuu/internal/require"
	"tracuu/internal/vietnamese"
)

// TestSpellings: no two spellings of a folded word in 428,000 words of
// laws share their number, and no two words their key.
func TestSpellings(t *testing.T) {
	file, err := os.Open(require.Shared(t, "eval/retrieval/corpus.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	type written struct {
		folded   string
		spelling uint16
	}
	exact := make(map[written]string)
	words := make(map[word]string)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		text := lines.Text()
		for tok := range vietnamese.Tokens(text) {
			if tok.Kind != vietnamese.Syllable {
				continue
			}
			if other, known := words[keyOf(tok.Text)]; known && other != tok.Text {
				t.Errorf("%s and %s have the same key", other, tok.Text)
			}
			words[keyOf(tok.Text)] = tok.Text
			raw := text[tok.Start:tok.End]
			at, is := written{tok.Text, spellingOf(raw, tok.Text)}, vietnamese.Exact(raw)
			if other, known := exact[at]; known && other != is {
				t.Errorf("%s and %s have the same spelling", other, is)
			}
			exact[at] = is
		}
	}
	if err := lines.Err(); err != nil || len(exact) < 1000 {
		t.Fatalf("%d words, %v", len(exact), err)
	}
}
