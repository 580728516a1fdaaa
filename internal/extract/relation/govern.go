package relation

import (
	"strings"

	"tracuu/internal/model"
)

// governed reads the verb that reaches a document through a part of it:
// "Bãi bỏ một phần Quy định … ban hành kèm theo Quyết định số", "thực hiện các
// giải pháp tại Nghị quyết số", "theo đúng yêu cầu tại Công văn số". rest ends
// before the words that lead to the document; stop is where the mention before
// ends in it.
func governed(rest, through string, stop int) (reading, bool) {
	clause, stop := clauseOf(rest, stop)
	from := len(rest) - len(clause)
	g := rules()
	opening := skipOpening(clause)
	if c, ok := openCue(clause[opening:], g.verbs); ok && changes(c, clause[opening:]) {
		return reading{typ: c.typ, at: from + opening}, true
	}
	if c, at, ok := lastChange(clause[stop:]); ok {
		return reading{typ: c.typ, at: from + stop + at}, true
	}
	if !strings.HasSuffix(through, "tai") || strings.Contains(through, "quy dinh") {
		return reading{}, false
	}
	if implementsGoal(clause[opening:]) {
		return reading{typ: model.Implements, at: from + opening}, true
	}
	return reading{typ: model.BasedOn, at: from + stop}, onWord(clause[stop:])
}

// onWord tells "theo chỉ đạo của UBND tỉnh", "theo đúng định hướng của Trung
// ương, yêu cầu" at the end of a clause.
func onWord(clause string) bool {
	const reach = 90
	clause = clause[max(0, len(clause)-reach):]
	at := lastOf(clause, []string{"theo", "can cu", "xet"})
	return at >= 0 && !strings.HasPrefix(clause[at:], "theo do") && !endsWith(clause[:at], "kem", "tiep")
}

func endsWith(s string, words ...string) bool {
	_, ok := cutAny(strings.TrimRight(s, " "), words)
	return ok
}

// clauseOf cuts the clause that ends with rest.
func clauseOf(rest string, stop int) (string, int) {
	cut := strings.LastIndexAny(strings.TrimRight(rest, " .("), ";:\n|") + 1
	for i := len(rest) - 2; i > cut; i-- { // the dot of a sentence, not of "Điều 2."
		if rest[i] == '.' && rest[i+1] == ' ' && i-cut > len("Điều 100.") {
			cut = i + 1
			break
		}
	}
	return rest[cut:], min(max(0, stop-cut), len(rest)-cut)
}

// skipOpening steps over the mark of an item, an adverb of haste, and the name
// of the act itself: "Điều 2.", "b)", "Nghị quyết về việc".
func skipOpening(clause string) int {
	i := len(clause) - len(strings.TrimLeft(clause, " -+*•\"“"))
	if word, after, ok := strings.Cut(clause[i:], " "); ok && word == "dieu" {
		if dot := strings.IndexByte(after, '.'); dot >= 0 && dot < 6 {
			i += len(word) + 1 + dot + 1
		}
	} else if ok && len(word) <= 4 && strings.HasSuffix(strings.TrimRight(word, " "), ")") || ok && label(word) && strings.HasSuffix(word, ".") {
		i += len(word)
	}
	i += len(clause[i:]) - len(strings.TrimLeft(clause[i:], " "))
	for _, lead := range []string{"ve viec ", "v/v ", "viec "} {
		const reach = 60
		at := strings.Index(clause[i:min(len(clause), i+reach)], lead)
		if at == 0 || at > 0 && opens(clause[i:], documents) {
			return i + at + len(lead)
		}
	}
	for _, haste := range []string{"khan truong ", "tiep tuc ", "tap trung ", "tang cuong ", "day manh ", "chu dong ", "nghiem tuc ", "to chuc "} {
		if strings.HasPrefix(clause[i:], haste) && !strings.HasPrefix(clause[i:], "to chuc thuc hien") {
			i += len(haste)
		}
	}
	return i
}

// changes tells whether a clause that begins with a cue changes a document.
func changes(c cue, clause string) bool {
	if !change(c.typ) {
		return false
	}
	object := strings.TrimLeft(clause[len(c.folded):], " ")
	return opens(object, rules().words["object"])
}

// lastChange is the last verb of change in a clause that has its object behind
// it, and where it begins.
func lastChange(clause string) (cue, int, bool) {
	for at := len(clause); at > 0; {
		at = strings.LastIndexByte(clause[:at], ' ')
		if at < 0 {
			return cue{}, 0, false
		}
		c, ok := openCue(clause[at+1:], rules().verbs)
		if ok && changes(c, clause[at+1:]) && !endsWith(clause[:at], "duoc", "bi", "da") {
			return c, at + 1, true
		}
	}
	return cue{}, 0, false
}

// implementsGoal tells "thực hiện (đầy đủ, đồng bộ) các giải pháp".
func implementsGoal(clause string) bool {
	c, ok := openCue(clause, rules().verbs)
	if !ok || c.typ != model.Implements {
		return false
	}
	object := clause[len(c.folded):]
	const reach = 40
	for i := range min(len(object), reach) {
		if object[i] == ' ' && opens(object[i+1:], rules().words["goal"]) {
			return true
		}
	}
	return false
}
