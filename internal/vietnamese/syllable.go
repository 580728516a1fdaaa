package vietnamese

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A syllable is an onset, a rhyme and a tone. The lists are those of the
// grammars (Đoàn Thiện Thuật, Ngữ âm tiếng Việt) in today's spelling.
const (
	onsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
	rhymes = `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uâ uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`
	// toneMarks are grave, acute, hook above, tilde and dot below.
	toneMarks = "\u0300\u0301\u0309\u0303\u0323"
)

type syllableTable struct{ onsets, rhymes map[string]bool }

var syllables = sync.OnceValue(func() syllableTable {
	t := syllableTable{onsets: map[string]bool{"": true}, rhymes: map[string]bool{}}
	for _, o := range strings.Fields(onsets) {
		t.onsets[o] = true
	}
	for _, r := range strings.Fields(rhymes) {
		t.rhymes[r] = true
	}
	return t
})

// maxSyllable is the length in bytes of NFD beyond which nothing is a syllable.
const maxSyllable = 32

// IsSyllable tells whether a word can be a Vietnamese syllable, in whatever
// case and normal form; it need not be in use.
func IsSyllable(word string) bool {
	if word == "" || len(word) > maxSyllable {
		return false
	}
	tones := 0
	toneless := strings.Map(func(r rune) rune {
		if strings.ContainsRune(toneMarks, r) {
			tones++
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(word))
	if tones > 1 {
		return false
	}
	bare := norm.NFC.String(toneless)
	table := syllables()
	for cut := range bare {
		if cut > len("ngh") {
			break
		}
		if table.onsets[bare[:cut]] && table.rhymes[bare[cut:]] {
			return true
		}
	}
	return false
}
