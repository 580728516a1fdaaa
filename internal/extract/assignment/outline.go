package assignment

import "strings"

// scope is a heading that names who is to do what the items below it say.
type scope struct {
	agency string
	level  int  // of the heading's mark
	item   int  // level of the items; 0 before the first
	lines  bool // the items are lines without a mark
	order  bool // the heading orders: every item is a task
	power  bool // the heading lists rights: no item is a task
	split  bool // the last item ended in a colon: those below it are the points
}

func (s scope) open() bool { return s.agency != "" || s.power }

const (
	maxHeading  = 420 // bytes of a heading
	longestName = 240 // bytes of a heading that only names actors
)

// outline follows headings and the items below them. It tells whether the unit
// was either.
func (r *reader) outline(i int) bool {
	u := r.units[i]
	if r.scope.open() {
		r.close(u)
	}
	if s, ok := r.heading(i); ok {
		r.scope = s
		r.ordered = r.ordered || s.order
		return true
	}
	return r.scope.open() && r.item(i)
}

// close ends the scope at a mark of its level or above, or, where the heading
// has no mark, at the next line without one.
func (r *reader) close(u unit) {
	s := r.scope
	switch {
	case u.level > 0 && (u.level <= s.level || s.item > 0 && u.level < s.item),
		u.level > 0 && s.lines,
		u.level == 0 && u.opens && s.level == 0 && !s.lines && startsSentence(r.source, u),
		u.opens && strings.HasPrefix(r.folded.Text[u.body:u.to], "noi nhan"):
		r.scope = scope{}
	}
}

func startsSentence(s source, u unit) bool { return s.capital(u.body) }

// heading reads a line that names actors and leaves what they do to the items
// below: "4. Bộ Y tế", "Giao Sở Tài chính:", "Các xã có trách nhiệm:", "Điều 2.
// Nhiệm vụ của Ban Chỉ đạo".
func (r *reader) heading(i int) (scope, bool) {
	u, f := r.units[i], r.folded.Text
	body := strings.TrimRight(f[u.body:u.to], " \n./")
	if len(body) > maxHeading || i+1 >= len(r.units) || !r.units[i+1].opens && r.units[i+1].level == 0 {
		return scope{}, false
	}
	colon := strings.HasSuffix(body, ":")
	if !colon && u.level == 0 {
		return scope{}, false
	}
	s := scope{level: u.level, lines: r.units[i+1].level == 0}
	end := u.body + len(strings.TrimRight(body, ": "))
	if s.power = r.opensPower(u.body, end) || rights(body); s.power {
		return s, !s.lines
	}
	if n, ok := r.begins(u.body, end, rules().kinds["duty"]); ok {
		s.agency = r.wholeName(r.blanks(u.body+n, end), end)
		s.order = true
		return s, s.agency != "" && !s.lines
	}
	if who, ok := r.readActors(u.body, end, u.level > 0); ok {
		s.agency = r.name(who.begin, who.end)
		s.order = colon && who.verb != toColon
		return s, who.verb == toColon && who.end >= end && end-who.begin < longestName || who.verb > toColon && colon && !s.lines
	}
	if colon && !s.lines {
		s.agency, s.order = r.orderedIn(u, end), true
	}
	return s, s.agency != ""
}

// rights tells a heading of competences and cases, not of tasks.
func rights(body string) bool {
	for _, w := range []string{"quyen han", "co quyen", "quyen va", "quyen sau", "truong hop", "sau day:"} {
		if strings.Contains(body, w) && !strings.Contains(body, "co trach nhiem") {
			return true
		}
	}
	return false
}

// opensPower tells a heading of rights only.
func (r *reader) opensPower(at, end int) bool { return r.has(at, end, "power") }

// wholeName is the list of actors that fills a range, or "".
func (r *reader) wholeName(at, end int) string {
	who, ok := r.readActors(at, end, true)
	if !ok || who.verb != toColon || who.end < end {
		return ""
	}
	return r.name(at, end)
}

// orderedIn is who the order of a heading is given to, or who it obliges.
func (r *reader) orderedIn(u unit, end int) string {
	f := r.folded.Text
	for at := u.body; at < end; at++ {
		if !startsWord(f, at) {
			continue
		}
		n, ok := r.begins(at, end, rules().order)
		if !ok || r.noOrder(u, at) || r.petition(u, at) {
			continue
		}
		if who, ok := r.readActors(r.blanks(at+n, end), end, true); ok {
			return r.name(who.begin, who.end)
		}
	}
	if r.retells(u) {
		return ""
	}
	for _, at := range r.subjects(u) {
		if who, ok := r.readActors(at, end, false); ok && (who.verb == modal || who.verb == leadVerb && !r.norm) && !r.is(who.end, end, rules().order) {
			return r.name(who.begin, who.end)
		}
	}
	return ""
}

// item reads an item below a heading: a task of the heading's agency, unless it
// names its own.
func (r *reader) item(i int) bool {
	u, s := r.units[i], &r.scope
	if !s.lines && u.level == 0 || s.lines && !u.opens {
		return s.power && u.level == 0
	}
	if s.item == 0 || s.lines {
		s.item = u.level
	}
	if s.power {
		return true
	}
	deeper := u.level > s.item && !s.split
	if u.level == s.item {
		s.split = strings.HasSuffix(strings.TrimRight(r.folded.Text[u.from:u.to], " \n"), ":")
	}
	if deeper || u.level == s.item && s.split {
		return true
	}
	if r.ownActor(u) {
		return false
	}
	if (!s.order || r.norm) && !r.taskOpens(u.body, u.to) || s.order && (r.bareGround(u) || r.opensActor(u.body, u.to, false)) {
		return false
	}
	agency := s.agency
	end := r.quoteEnd(i, u.body)
	if r.add(task{quote: u.body, end: end, agency: agency, begin: u.body, rule: RuleHeading}) {
		r.further(i, end, agency)
		r.ordered = true
	}
	return true
}

// ownActor tells that an item names who is to do it.
func (r *reader) ownActor(u unit) bool {
	who, ok := r.readActors(u.body, u.to, false)
	return ok && r.obliges(u, u.body, who)
}

// bareGround tells an item that only says on what to act: "Căn cứ các chỉ tiêu
// …" without a verb behind it.
func (r *reader) bareGround(u unit) bool {
	f := r.folded.Text
	if !strings.HasPrefix(f[u.body:u.to], "can cu ") {
		return false
	}
	for at := u.body + len("can cu "); at < u.to; at++ {
		if f[at-1] == ' ' && startsWord(f, at) && (strings.HasPrefix(f[at:], "de ") || f[at-2] == ',' && r.taskOpens(at, u.to)) {
			return false
		}
	}
	return true
}
