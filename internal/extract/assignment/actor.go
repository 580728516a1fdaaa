package assignment

import (
	"strings"

	"tracuu/internal/extract/agency"
)

// verb is the class of the word that follows a list of actors.
type verb int

const (
	noVerb   verb = iota
	toColon       // the list ends at a colon or with its line
	taskVerb      // what is to be done, or is done: the context decides
	leadVerb      // a verb that orders and plans begin with
	willVerb      // what is planned
	modal         // a duty
)

// actors is a list of actors as read: where its name begins and ends, where
// the verb behind it begins; offsets are folded.
type actors struct {
	begin, end int
	verb       verb
}

const (
	maxActors = 520 // bytes of a list of actors
	maxKind   = 16  // bytes of a kind of actor before a colon and its names
)

// opensActor tells whether an actor's name begins at offset at: a single
// agency, a kind of actor with its quantifier, a body or an office. ordered
// tells that an order stands before, so that no quantifier is needed.
func (s source) opensActor(at, end int, ordered bool) bool {
	if at >= end {
		return false
	}
	g := rules()
	if _, ok := s.begins(at, end, g.none); ok {
		return false
	}
	if next := s.quantified(at, end); next > at {
		if _, ok := s.begins(next, end, g.none); ok {
			return false
		}
		_, kind := s.begins(next, end, g.kind)
		_, body := s.begins(next, end, g.actors)
		_, proper := s.begins(next, end, g.proper)
		_, _, named := agency.At(s.folded, s.text, next)
		if kind || body || proper || named {
			return true
		}
	}
	if n, ok := s.begins(at, end, g.actors); ok && (s.named(at, at+n, end) || ordered && s.office(at, at+n)) {
		return true
	}
	if _, ok := s.begins(at, end, g.kind); ok && ordered {
		return true
	}
	if !s.capital(at) {
		return false
	}
	if _, ok := s.begins(at, end, g.proper); ok {
		return true
	}
	_, _, ok := agency.At(s.folded, s.text, at)
	return ok
}

// quantified steps over "các", "từng", "2" before a kind of actor.
func (s source) quantified(at, end int) int {
	f := s.folded.Text
	if n, ok := s.begins(at, end, rules().quantifier); ok && at+n+1 < end && f[at+n] == ' ' {
		return at + n + 1
	}
	i := at
	for i < end && i-at < 4 && f[i] >= '0' && f[i] <= '9' {
		i++
	}
	if i > at && i+1 < end && f[i] == ' ' {
		return i + 1
	}
	return at
}

// named tells whether a word that opens an actor, [at, stop), has a name
// behind it: a capital letter, or a list ("Sở, ban, ngành"). Words of two
// syllables name an office by themselves.
func (s source) named(at, stop, end int) bool {
	f := s.folded.Text
	if strings.ContainsRune(f[at:stop], ' ') {
		return true
	}
	if stop+1 >= end {
		return false
	}
	return f[stop] == ' ' && s.capital(stop+1) || f[stop] == ',' && s.opensKind(stop+2, end)
}

// office tells the words of one syllable that name an office even where its
// name is printed small: "giao phòng nội vụ".
func (s source) office(at, stop int) bool {
	switch s.folded.Text[at:stop] {
	case "phong", "so", "bo":
		return true
	}
	return false
}

// opensKind tells whether a word for a kind of actor begins at an offset.
func (s source) opensKind(at, end int) bool {
	_, kind := s.begins(at, end, rules().kind)
	_, body := s.begins(at, end, rules().actors)
	_, proper := s.begins(at, end, rules().proper)
	return kind || body || proper
}

// readActors reads the list of actors at i: everything up to the word that
// begins the duty, before end.
func (s source) readActors(i, end int, ordered bool) (actors, bool) {
	if !s.opensActor(i, end, ordered) {
		return actors{}, false
	}
	f := s.folded.Text
	many := s.quantified(i, end) > i
	weak := actors{}
	at := s.afterOpener(i, end)
	stop := min(end, i+maxActors)
	for at < stop {
		switch b := f[at]; {
		case b == '(':
			at = afterBracket(f, at, stop)
			continue
		case b == ':' && many && at-i < maxKind && at+2 < stop && s.capital(at+2):
			at += 2 // "các bộ: Quốc phòng, Công an"
			continue
		case b == ':':
			return actors{i, at, toColon}, weak.verb == noVerb
		case b == '.' && at+1 < stop && f[at+1] != ' ':
			at++
			continue
		case b == '.' || b == '|':
			return weak, weak.verb != noVerb
		case !startsWord(f, at):
			at++
			continue
		}
		if ordered && s.has(at, end, "apposition") {
			return actors{i, at, taskVerb}, true // "giao Hạt Kiểm lâm là cơ quan thường trực, tham mưu …"
		}
		v := s.verbAt(i, at, end, ordered)
		if v == noVerb && s.breaks(at, end, ordered, weak.verb != noVerb) {
			return weak, weak.verb != noVerb
		}
		if v != noVerb && (weak.verb == noVerb || v == modal) {
			read := actors{i, at, v}
			if v == modal || !many || s.relative(weak) {
				return read, true
			}
			weak = read // "các doanh nghiệp cung cấp dịch vụ … có trách nhiệm"
		}
		if weak.verb != noVerb && at-weak.end > maxRelative {
			return weak, true
		}
		at = s.afterName(at, end)
	}
	if weak.verb != noVerb {
		return weak, true
	}
	return actors{i, min(at, end), toColon}, at >= end
}

// breaks tells a word that no list of actors goes on over. "các đơn vị được
// kiểm toán" may be given an order; behind a verb ("clause") less breaks it.
func (s source) breaks(at, end int, ordered, clause bool) bool {
	switch {
	case s.is(at, end, rules().past):
		return !ordered || !strings.HasPrefix(s.folded.Text[at:end], "duoc ")
	case s.is(at, end, rules().order):
		return !ordered && !strings.HasSuffix(s.folded.Text[:at], "ngoai ")
	}
	return !clause && !s.capital(at) && s.is(at, end, rules().stop)
}

const maxRelative = 90 // bytes of a clause that tells which actors are meant

func (s source) relative(weak actors) bool { return weak.verb == leadVerb }

// verbAt tells the class of the verb at an offset behind the actors at i.
func (s source) verbAt(i, at, end int, ordered bool) verb {
	if at == i || s.capital(at) || s.nominal(at) || s.is(at, end, rules().past) && !ordered && !s.charged(i, at, end) {
		return noVerb
	}
	switch {
	case s.is(at, end, rules().modal), s.charged(i, at, end):
		return modal
	case s.is(at, end, rules().will):
		return willVerb
	case s.opensKindAhead(at, end):
		return noVerb
	case s.is(at, end, rules().lead):
		return leadVerb
	case s.is(at, end, rules().task), ordered && s.has(at, end, "told"):
		return taskVerb
	}
	return noVerb
}

// charged tells "Sở Tài chính được giao (nhiệm vụ) tham mưu": a duty, told in
// the passive. Where only the kind of actor is named at i, "tổ chức được giao
// quản lý", it says which are meant.
func (s source) charged(i, at, end int) bool {
	const given = "duoc giao "
	if !strings.HasPrefix(s.folded.Text[at:end], given) {
		return false
	}
	if _, kind := s.begins(i, end, rules().kind); kind || s.quantified(i, end) > i || strings.Contains(s.folded.Text[i:at], "thuoc ") {
		return false
	}
	head := strings.TrimRight(s.folded.Text[max(0, at-16):at], " ")
	for _, w := range []string{"tham quyen", "nhiem vu", "chuc nang", "chi tieu", "ke hoach", "kinh phi", "von", "dien tich", "bien che"} {
		if strings.HasSuffix(head, w) {
			return false // what is given, and not who it is given to
		}
	}
	at = s.skips(at+len(given), end, "duty word")
	return s.is(at, end, rules().task) || s.is(at, end, rules().lead) || s.is(at, end, rules().modal)
}

// nominal tells that the word before an offset makes a noun of the verb there:
// "về hoàn thiện thể chế", "có sử dụng ngân sách".
func (s source) nominal(at int) bool {
	head := s.folded.Text[max(0, at-12):at]
	for _, w := range []string{"hinh su ", "quan su ", "dan su ", "nhan su "} {
		if strings.HasSuffix(head, w) {
			return false // names of offices
		}
	}
	for _, w := range []string{" ve ", " viec ", "cong tac ", " su ", " co ", " do "} {
		if strings.HasSuffix(head, w) {
			return true
		}
	}
	return false
}

// opensKindAhead tells whether a name goes on at an offset: "tổ chức chính trị".
func (s source) opensKindAhead(at, end int) bool {
	if _, ok := s.begins(at, end, rules().none); ok {
		return false
	}
	return s.opensKind(at, end) && (s.folded.Text[at-1] == ' ') && at >= 2 &&
		(s.folded.Text[at-2] == ',' || strings.HasSuffix(s.folded.Text[:at], " va ") || strings.HasSuffix(s.folded.Text[:at], "cac "))
}

// afterName is the offset behind the agency or the word at an offset.
func (s source) afterName(at, end int) int {
	if s.capital(at) {
		if _, after, ok := agency.At(s.folded, s.text, at); ok && after <= end {
			return after
		}
	}
	return max(at+1, min(nextWord(s.folded.Text, at), end))
}

// afterOpener is the offset behind the name or the words that open an actor at
// an offset; "xây dựng" in "Ban Quản lý dự án đầu tư xây dựng" is no verb.
func (s source) afterOpener(at, end int) int {
	next := s.afterName(at, end)
	if n, ok := s.begins(at, end, rules().actors); ok {
		return max(next, at+n)
	}
	return next
}

// afterBracket is the offset behind the bracket that opens at an offset.
func afterBracket(f string, at, stop int) int {
	const longest = 400
	if n := strings.IndexByte(f[at:min(stop, at+longest)], ')'); n > 0 {
		return at + n + 1
	}
	return at + 1
}
