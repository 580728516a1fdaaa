package assignment

import "strings"

// partners lists who works with the actor in a task: "phối hợp với Bộ Công an,
// Ban Cơ yếu Chính phủ hướng dẫn …". Offsets are folded.
func (s source) partners(from, end int) []string {
	f := s.folded.Text
	const reach = 600
	for at := from; at < min(end, from+reach); at++ {
		if !startsWord(f, at) {
			continue
		}
		n, ok := s.begins(at, end, rules().kinds["partner"])
		if !ok {
			continue
		}
		begin := s.blanks(at+n, end)
		who, ok := s.readActors(begin, end, true)
		if !ok {
			return nil
		}
		return s.split(begin, who.end)
	}
	return nil
}

// split parts a list of actors at commas and "và" before an agency's own name
// or another quantifier; "các sở, ban, ngành" stays whole.
func (s source) split(from, end int) []string {
	f := s.folded.Text
	var names []string
	begin := from
	cut := func(at int) {
		a, b := s.folded.Original(begin, at)
		if name := strings.Trim(s.text[a:b], " ,;.\n"); name != "" {
			names = append(names, name)
		}
	}
	for at := from; at < end; at = s.afterName(at, end) {
		for at < end && !startsWord(f, at) {
			at++
		}
		if at >= end || at == from {
			continue
		}
		before := strings.TrimRight(f[begin:at], " ")
		and := strings.HasSuffix(before, " va")
		if !and && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, ";") {
			continue
		}
		if single := s.capital(at) && s.opensActor(at, end, false); single || s.quantified(at, end) > at {
			stop := at
			if and {
				stop = begin + len(strings.TrimSuffix(before, "va"))
			}
			cut(stop)
			begin = at
		}
	}
	cut(end)
	return names
}
