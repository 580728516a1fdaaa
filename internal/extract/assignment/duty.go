package assignment

import "strings"

// duty reads a unit that names an actor and what it has to do: "Phòng Nội vụ
// chủ trì …", "Theo kế hoạch, các xã phải …".
func (r *reader) duty(i int) bool {
	u := r.units[i]
	for _, at := range r.subjects(u) {
		who, ok := r.readActors(at, u.to, false)
		if !ok || !r.obliges(u, at, who) {
			continue
		}
		end := r.quoteEnd(i, who.end)
		begin := who.end
		if r.folded.Text[begin] == ':' {
			begin++
		}
		if r.add(task{quote: leadIn(u.body, at), end: end, agency: r.name(who.begin, who.end), begin: begin, rule: RuleDuty}) {
			r.further(i, end, r.name(who.begin, who.end))
			return true
		}
	}
	return false
}

// leadIn is where the quote of a duty begins: with what stands before the actor
// where that is short, and says more than "Theo đó".
func leadIn(body, at int) int {
	const shortest, longest = 12, 130
	if n := at - body; n < shortest || n > longest {
		return at
	}
	return body
}

// subjects are the offsets where the subject of a unit may begin: at its head,
// and behind the commas and colons of a head that tells when, by what or for
// what.
func (r *reader) subjects(u unit) []int {
	f := r.folded.Text
	all := []int{u.body}
	adverbial := r.has(u.body, u.to, "adverbial")
	const most = 12
	for at := u.body; at+1 < u.to && len(all) < most; at++ {
		switch {
		case f[at] == '(':
			at = max(at, afterBracket(f, at, u.to)-1)
		case at > u.body && f[at-1] == ' ' && r.is(at, u.to, rules().modal):
			return all // the sentence has its subject already
		case f[at] == ',' && f[at+1] == ' ' && (adverbial || r.ordered):
			all = append(all, r.skips(at+2, u.to, "adverbial"))
		case f[at] == ':' && f[at+1] == ' ':
			all = append(all, at+2)
		case adverbial && at == u.body || strings.HasPrefix(f[at:], " dac biet la "):
			if next := r.adverbial(at, u.to); next > at {
				all = append(all, next)
			}
		case r.ordered && strings.HasPrefix(f[at:], " de "):
			all = append(all, at+len(" de "))
		}
	}
	return all
}

// adverbial steps over the words at an offset that may stand before the actor.
func (r *reader) adverbial(at, end int) int {
	at = r.blanks(at, end)
	return r.skips(at, end, "adverbial")
}

// retells tells a sentence on what was done: it opens with a past time.
func (r *reader) retells(u unit) bool {
	return u.level == 0 && r.has(u.body, u.to, "review")
}

// obliges tells whether an actor and its verb state a duty. A duty's own word
// is enough; other verbs need an item of a document, or an order before.
func (r *reader) obliges(u unit, at int, who actors) bool {
	if at > u.body && strings.HasSuffix(r.folded.Text[:at], " de ") && r.blanks(r.afterName(at, u.to), u.to) != who.end {
		return false // a purpose names its actor and the verb at once
	}
	switch who.verb {
	case modal:
		return !r.passiveDuty(who.end, u.to)
	case willVerb, leadVerb, taskVerb:
		if r.norm {
			return who.verb == leadVerb && u.level > article && u.level < dash && at == u.body
		}
	}
	switch who.verb {
	case willVerb:
		return r.has(u.body, u.to, "future")
	case leadVerb:
		return r.has(u.body, u.to, "future") || r.inItem || r.goesOn(u)
	case taskVerb:
		item := u.level > article && u.level < dash && at == u.body
		return r.has(u.body, u.to, "future") || item || r.goesOn(u) || r.limited(u)
	case toColon:
		rest := r.blanks(min(who.end+1, u.to), u.to)
		return u.level > 0 && at == u.body && rest < u.to &&
			(r.taskOpens(rest, u.to) || len(r.dues(u.Start, u.End)) > 0)
	}
	return false
}

// limited tells a sentence that sets a last day: what stands in it is to be
// done, whoever says so.
func (r *reader) limited(u unit) bool {
	f := r.folded.Text[u.body:u.to]
	firm := strings.Contains(f, "xong truoc") || strings.Contains(f, "cham nhat") || strings.Contains(f, " ve truoc ngay")
	return firm && !r.retells(u) && !strings.Contains(f, " da ") && len(r.dues(u.Start, u.End)) > 0
}

// goesOn tells that a unit stands below an order and does not tell the past.
func (r *reader) goesOn(u unit) bool {
	return (r.ordered || r.last != "") && !r.retells(u) && !strings.Contains(r.folded.Text[u.body:u.to], " chua ")
}

// passiveDuty tells a duty that is not the actor's to do: "cần thiết", "phải
// được chuẩn bị".
func (r *reader) passiveDuty(at, end int) bool {
	rest := r.folded.Text[at:end]
	for _, w := range []string{"can thiet", "phai chang", "phai duoc ", "can duoc ", "phai bi ", "phai chiu ", "can cu vao tinh hinh"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// goesOnWithLast reads "Đồng thời, tổng hợp kết quả …": a further task of who
// acted in the sentence before.
func (r *reader) goesOnWithLast(i int) bool {
	u := r.units[i]
	if r.last == "" || u.opens {
		return false
	}
	for _, w := range []string{"dong thoi", "ngoai ra", "ben canh do"} {
		if !strings.HasPrefix(r.folded.Text[u.body:u.to], w) {
			continue
		}
		at := r.blanks(u.body+len(w), u.to)
		return r.taskOpens(at, u.to) && r.add(task{quote: at, end: r.quoteEnd(i, at), agency: r.last, begin: at, rule: RuleDuty})
	}
	return false
}
