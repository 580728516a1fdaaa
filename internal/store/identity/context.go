package identity

import "tracuu/internal/model"

// InContext returns the names of an article's mentions, in their order, each
// completed from the article's other mentions of the same number.
//
// A bare mention joins the one number of the article that has its type and
// number ("Chỉ thị số 15" where 15-CT/TU is named too). Then, per number: what
// agrees with exactly one complete mention takes its year and issuer; when
// there is no complete one and all that was told agrees, everybody takes the
// union.
func InContext(a *model.Article) []Name {
	names := make([]Name, len(a.Mentions))
	for i, m := range a.Mentions {
		names[i] = nameOf(m, a)
	}
	for i := range names {
		if names[i].Bare() {
			names[i] = joinNumbered(names, names[i])
		}
	}
	groups := map[string][]int{}
	for i, n := range names {
		groups[n.Group] = append(groups[n.Group], i)
	}
	for _, members := range groups {
		complete(names, members, a)
	}
	return names
}

// joinNumbered gives a bare name the symbol of the only number in the article
// that has its type and number and does not contradict.
func joinNumbered(names []Name, bare Name) Name {
	var found *Name
	for i := range names {
		n := &names[i]
		same := !n.Bare() && n.Number.No == bare.Number.No && bare.SameKind(*n)
		if !same || !n.Agrees(bare) {
			continue
		}
		if found != nil && found.Group != n.Group {
			return bare
		}
		found = n
	}
	if found == nil {
		return bare
	}
	bare.Group, bare.Number = found.Group, found.Number
	if bare.Number.Year != 0 {
		bare.Year, bare.Latest = bare.Number.Year, 0
	}
	return bare
}

// complete fills what members (indexes of names of one group) do not tell.
func complete(names []Name, members []int, a *model.Article) {
	var whole, open []Name
	for _, i := range members {
		if n := names[i]; n.Year != 0 && n.Issuer != "" {
			whole = append(whole, n)
		}
	}
	var rest []int
	for _, i := range members {
		n := names[i]
		if n.Year != 0 && n.Issuer != "" {
			continue
		}
		year, issuer, matches := onlyMatch(whole, n)
		switch matches {
		case 1:
			names[i].Year, names[i].Issuer = year, issuer
			names[i] = names[i].bounded(a)
		case 0:
			rest, open = append(rest, i), append(open, n)
		}
	}
	year, issuer, ok := union(open)
	if !ok {
		return
	}
	for _, i := range rest {
		names[i].Year, names[i].Issuer = year, issuer
		names[i] = names[i].bounded(a)
	}
}

// onlyMatch returns the year and issuer of the complete names that n agrees
// with, and how many different pairs there are.
func onlyMatch(whole []Name, n Name) (year int, issuer string, matches int) {
	for _, w := range whole {
		if !n.Agrees(w) || matches > 0 && w.Year == year && w.Issuer == issuer {
			continue
		}
		year, issuer = w.Year, w.Issuer
		matches++
	}
	return year, issuer, matches
}

// union joins what the names tell; ok is false when two of them contradict.
func union(names []Name) (year int, issuer string, ok bool) {
	var sum Name
	for _, n := range names {
		if !n.Agrees(sum) {
			return 0, "", false
		}
		sum.Year = max(sum.Year, n.Year)
		if n.Issuer != "" {
			sum.Issuer = n.Issuer
		}
	}
	return sum.Year, sum.Issuer, true
}
