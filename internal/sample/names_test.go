package sample_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tracuu/internal/require"
)

// places are names of units in the articles: xã Mỹ Điền, huyện Tân Khê. Names
// of two words, as all invented ones are.
var places = regexp.MustCompile(`(?:tỉnh|huyện|xã|thị trấn) (\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)`)

func TestPlacesAreInvented(t *testing.T) {
	raw, err := os.ReadFile(require.Shared(t, "lexicon/admin-units/new_to_old.json"))
	if err != nil {
		t.Fatal(err)
	}
	units := strings.ToLower(norm.NFC.String(string(raw)))
	seen := map[string]bool{}
	for _, p := range load(t).Portals() {
		for _, a := range p.Articles {
			for _, m := range places.FindAllStringSubmatch(a.Text(), -1) {
				seen[m[1]] = true
			}
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d places found in the articles", len(seen))
	}
	for name := range seen {
		if strings.Contains(units, " "+strings.ToLower(name)+`"`) {
			t.Errorf("a real unit is named %s", name)
		}
	}
}
