package assignment

import "strings"

// clause reads the orders of a unit, or the duty that it states.
func (r *reader) clause(i int) {
	if r.orders(i) {
		r.ordered = true
		return
	}
	if r.goesOnWithLast(i) {
		return
	}
	if r.duty(i) {
		return
	}
	f := r.folded.Text[r.units[i].from:r.units[i].to]
	switch {
	case strings.Contains(f, "kien nghi"):
		r.ordered = false
	case strings.HasSuffix(strings.TrimRight(f, " \n"), ":") && (strings.Contains(f, "yeu cau") || strings.Contains(f, "nhu sau") || strings.Contains(f, "chi dao")):
		r.ordered = true
	}
}

// Bounds on one sentence: beyond them it is none of a clerk's.
const (
	maxOrders = 16 // verbs of ordering
	maxPieces = 12 // pieces parted by semicolons that one task takes in
)

// orders reads each order of a unit.
func (r *reader) orders(i int) bool {
	u, f := r.units[i], r.folded.Text
	found, tries := false, 0
	free := u.from // where the task of the order before begins
	for at := u.from; at < u.to && tries < maxOrders; at++ {
		if !startsWord(f, at) {
			continue
		}
		n, ok := r.begins(at, u.to, rules().order)
		if ok {
			tries++
		}
		if !ok || r.noOrder(u, at) || at == free && found {
			continue
		}
		begin := r.afterTime(r.blanks(at+n, u.to), u.to)
		who, ok := r.readActors(begin, u.to, true)
		if topic := r.topic(u, at); !ok && topic != "" && r.taskOpens(begin, u.to) {
			return r.add(task{quote: u.body, end: r.quoteEnd(i, begin), agency: topic, begin: begin, rule: RuleOrder})
		}
		if !ok || r.petition(u, at) {
			at = begin - 1
			continue
		}
		what := who.end
		if who.verb == toColon && strings.Trim(f[who.end:u.to], " :\n.") == "" {
			return found
		}
		if end := r.quoteEnd(i, what); r.add(task{quote: r.quoteStart(u, at), end: end, agency: r.name(who.begin, who.end), begin: what, rule: RuleOrder}) {
			found = true
			r.further(i, end, r.name(who.begin, who.end))
		}
		free, at = what, what-1
	}
	return found
}

// topic is who a sentence says its order is for, before the order at an offset:
// "Riêng đối với Công an tỉnh, UBND tỉnh yêu cầu …".
func (r *reader) topic(u unit, at int) string {
	n, ok := r.begins(u.body, at, rules().kinds["topic"])
	if !ok {
		return ""
	}
	begin := r.blanks(u.body+n, at)
	comma := strings.IndexByte(r.folded.Text[begin:at], ',')
	if comma < 0 {
		return ""
	}
	return r.wholeName(begin, begin+comma)
}

// afterTime steps over a time between an order and who it is given to: "yêu cầu
// trong thời gian tới, các cơ quan …".
func (r *reader) afterTime(at, end int) int {
	const reach = 80
	if !r.has(at, end, "adverbial") && !r.has(at, end, "future") {
		return at
	}
	if n := strings.Index(r.folded.Text[at:min(end, at+reach)], ", "); n > 0 {
		return at + n + len(", ")
	}
	return at
}

// noOrder tells that the verb at an offset gives no order: part of another word
// ("bàn giao"), a noun ("theo yêu cầu"), told as done to the subject ("được
// UBND tỉnh giao") or as done once ("đã giao").
func (r *reader) noOrder(u unit, at int) bool {
	const reach = 60
	head := r.folded.Text[max(u.from, at-reach):at]
	if u.level > 0 && at == u.body && r.scope.power {
		return true
	}
	trimmed := strings.TrimRight(head, " ")
	for _, w := range []string{"ban", "chuyen", "tiep", "gia", "theo", "dap ung", "cac", "nhung", "co", "ngoai", "duoc", "da", "chua", "khong", "hoan tat", "ket qua", "cong tac", "noi dung", "lanh dao,"} {
		if strings.HasSuffix(trimmed, " "+w) || trimmed == w {
			return true
		}
	}
	if cut := strings.LastIndexAny(head, ",;:"); cut >= 0 {
		head = head[cut+1:]
	}
	return strings.Contains(" "+head, " duoc ") || r.manyGivers(u, at) || r.toldDone(u, at)
}

// toldDone tells "đã tổ chức phong trào, chỉ đạo các đơn vị …": the verb goes on
// with a past one, or the sentence opens with a past time.
func (r *reader) toldDone(u unit, at int) bool {
	const reach = 400
	f := r.folded.Text
	if !strings.HasPrefix(f[at:], "chi dao") && !strings.HasPrefix(f[at:], "giao") {
		return false
	}
	return r.retells(u) || strings.Contains(f[max(u.body, at-reach):at], " da ")
}

// manyGivers tells that those who direct are many: "các huyện ủy chỉ đạo các
// chi bộ …" says how something went on, or is the duty of the former.
func (r *reader) manyGivers(u unit, at int) bool {
	start := u.body
	if cut := strings.LastIndexAny(r.folded.Text[u.body:at], ",;:"); cut >= 0 {
		start = r.blanks(u.body+cut+1, at)
	}
	item := u.level > 0 && start == u.body
	many := r.quantified(start, at) > start && r.opensActor(start, at, false) || r.quantified(u.body, at) > u.body && r.opensActor(u.body, at, false)
	return strings.HasPrefix(r.folded.Text[at:], "chi dao") && start < at && (many || item && r.opensActor(start, at, false))
}

// petition tells that who asks cannot order: voters, people, those below.
func (r *reader) petition(u unit, at int) bool {
	head := clauseBefore(r.folded.Text[u.from:at])
	asks := strings.HasPrefix(r.folded.Text[at:], "de nghi") && (strings.Contains(head, "ubnd xa ") || strings.Contains(head, "uy ban nhan dan xa "))
	for i := range head {
		if startsWord(head, i) && r.has(at-len(head)+i, u.to, "petition") && (asks || !listed(head[:i])) {
			return true
		}
	}
	return false
}

// clauseBefore is the end of a head from its last comma on, or from the one
// before where nothing stands behind it.
func clauseBefore(head string) string {
	cut := strings.LastIndexAny(head, ",;:")
	if strings.TrimSpace(head[cut+1:]) == "" && cut > 0 {
		cut = strings.LastIndexAny(head[:cut], ",;:")
	}
	return head[cut+1:]
}

// listed tells that the words before name a place or a list, not who asks:
// "thị xã", "các xã", "huyện, xã".
func listed(head string) bool {
	for _, w := range []string{"thi ", "cac ", "huyen, ", "cap ", "toan ", "ubnd ", "uy ban nhan dan "} {
		if strings.HasSuffix(head, w) {
			return true
		}
	}
	return false
}

// quoteStart is where the clause of an order begins: with who gives it.
func (r *reader) quoteStart(u unit, at int) int {
	const longest = 90
	f := r.folded.Text
	start := max(u.body, at-longest)
	if cut := strings.LastIndexAny(f[start:at], ",;:.\n"); cut >= 0 {
		start += cut + 1
	} else if start > u.body {
		return at
	}
	for start < at && f[start] == ' ' {
		start++
	}
	return start
}

// quoteEnd is the end of the unit, and of what goes on behind a semicolon
// without an actor of its own; or the order that follows at a comma.
func (r *reader) quoteEnd(i, from int) int {
	u, f := r.units[i], r.folded.Text
	for at := from + 1; at < u.to; at++ {
		if f[at-1] != ' ' || at < 2 || f[at-2] != ',' || !startsWord(f, at) {
			continue
		}
		if n, ok := r.begins(at, u.to, rules().order); ok && r.opensActor(min(at+n+1, u.to), u.to, true) {
			return at
		}
	}
	end := u.to
	for j := i + 1; j < min(len(r.units), i+maxPieces) && r.units[j].goesOn && !r.ownTask(j); j++ {
		end = r.units[j].to
	}
	return end
}

// ownTask tells that a unit behind a semicolon is a task of its own: it names
// its actor or its deadline.
func (r *reader) ownTask(j int) bool {
	u := r.units[j]
	if u.level > 0 {
		return true
	}
	if n, ok := r.begins(u.body, u.to, rules().order); ok && r.opensActor(min(u.body+n+1, u.to), u.to, true) {
		return true
	}
	for _, at := range r.subjects(u) {
		who, ok := r.readActors(at, u.to, false)
		if ok && (who.verb >= leadVerb || who.verb == taskVerb && at == u.body) {
			return true
		}
	}
	return r.taskOpens(u.body, u.to) && len(r.dues(u.Start, u.End)) > 0
}

// further adds the pieces behind a task that have a deadline of their own.
func (r *reader) further(i, end int, agency string) {
	for j := i + 1; j < min(len(r.units), i+maxPieces) && r.units[j].goesOn; j++ {
		u := r.units[j]
		if u.from >= end && r.taskOpens(u.body, u.to) && len(r.dues(u.Start, u.End)) > 0 {
			r.add(task{quote: u.body, end: u.to, agency: agency, begin: u.body, rule: RuleOrder})
		}
	}
}

// taskOpens tells whether a verb of a task begins at an offset.
func (r *reader) taskOpens(at, end int) bool {
	return r.is(at, end, rules().task) || r.is(at, end, rules().lead) || r.is(at, end, rules().modal)
}
