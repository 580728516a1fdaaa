package similar_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"tracuu/internal/similar"
)

// text makes n different syllable-like words.
func text(random *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("%c%ca%c", 'b'+rune(random.IntN(20)), 'b'+rune(random.IntN(20)), 'b'+rune(random.IntN(20)))
	}
	return words
}

// shared is the true share of 4-word shingles.
func shared(a, b []string) float64 {
	set := func(words []string) map[string]bool {
		out := map[string]bool{}
		for i := 0; i+4 <= len(words); i++ {
			out[strings.Join(words[i:i+4], " ")] = true
		}
		return out
	}
	one, two := set(a), set(b)
	both := 0
	for s := range one {
		if two[s] {
			both++
		}
	}
	return float64(both) / float64(len(one)+len(two)-both)
}

// TestSimilarity: estimates stay near the truth, and what is near is found.
func TestSimilarity(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 7))
	missed, pairs := 0, 0
	for _, changed := range []int{0, 1, 2, 5, 10, 40, 100} {
		for range 20 {
			a := text(random, 400)
			b := append([]string(nil), a...)
			for range changed {
				b[random.IntN(len(b))] = "khác"
			}
			one, _ := similar.Of(strings.Join(a, " "))
			two, ok := similar.Of(strings.Join(b, "  ,\n"))
			if !ok {
				t.Fatal("400 words are long enough")
			}
			truth := shared(a, b)
			if got := one.Similarity(&two); math.Abs(got-truth) > 0.25 {
				t.Errorf("%d words changed: estimated %.2f, is %.2f", changed, got, truth)
			}
			if truth >= similar.Near {
				pairs++
				if !meet(one.Bands(), two.Bands()) {
					missed++
				}
			}
		}
	}
	if pairs < 40 || missed > 0 {
		t.Errorf("%d of %d copies share no band", missed, pairs)
	}
}

func meet(a, b []int64) bool {
	for i := range a {
		if a[i] == b[i] {
			return true
		}
	}
	return false
}

func TestSketch(t *testing.T) {
	long := strings.Repeat("Ủy ban nhân dân huyện ban hành kế hoạch số 52/KH-UBND ", 5)
	folded := strings.Repeat("uy ban nhan dan huyen, ban hanh ke hoach so 52/KH-UBND. ", 5)
	if similar.Digest(long) != similar.Digest(folded) {
		t.Error("blanks, marks and accents change the digest")
	}
	if similar.Digest(long) == similar.Digest(long+"mới") {
		t.Error("another word does not change the digest")
	}
	s, ok := similar.Of(long)
	if back, whole := similar.Parse(s.Bytes()); !ok || !whole || back != s {
		t.Error("a sketch changed on its way through bytes")
	}
	if _, whole := similar.Parse(s.Bytes()[1:]); whole {
		t.Error("a cut sketch is taken")
	}
	for _, short := range []string{"", "Thông báo lịch tiếp công dân"} {
		if _, ok := similar.Of(short); ok {
			t.Errorf("%q is long enough to be compared", short)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	body := strings.Join(text(rand.New(rand.NewPCG(1, 1)), 800), " ")
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		similar.Of(body)
	}
}
