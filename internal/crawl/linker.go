package crawl

import (
	"tracuu/internal/discover"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// linker gathers the links of one visit, each resource once, within the scope.
type linker struct {
	v     *visit
	from  *portal.Portal // that the page was recognised as; nil when unknown
	most  int
	seen  map[string]int // by key: the place in links, -1 for what is left out
	links []store.Link
}

// newLinker continues with the links that the visit has already.
func (v *visit) newLinker(most int) *linker {
	q := &linker{v: v, most: most, seen: map[string]int{v.task.Key: -1}, links: v.out.Links}
	for i, l := range q.links {
		q.seen[l.Key] = i
	}
	return q
}

// ref adds an address as it is written on the page.
func (q *linker) ref(ref string, l store.Link) {
	if to, err := q.v.at.Resolve(ref); err == nil {
		q.add(to, to.Key, l)
	}
}

// step adds a page of a list, in the round of this run.
func (q *linker) step(r discover.Request, at discover.Position) {
	to, err := q.v.at.Resolve(r.URL)
	if err != nil {
		return
	}
	q.add(to, to.Key+at.Mark(), store.Link{
		Kind: store.TaskList, Priority: listFirst, Referrer: q.v.at.Page,
		Form: r.Form, Position: at.String(), Round: q.v.out.Run,
	})
}

func (q *linker) add(to Address, key string, l store.Link) {
	if i, known := q.seen[key]; known {
		if i >= 0 && l.Round > q.links[i].Round { // the page links to what is also a list
			q.links[i].Kind, q.links[i].Priority, q.links[i].Position, q.links[i].Round = l.Kind, l.Priority, l.Position, l.Round
		}
		return
	}
	if len(q.links) >= q.most {
		return
	}
	q.seen[key] = -1
	l.Depth = q.v.task.Depth + 1
	if l.Kind == store.TaskList && q.v.task.Kind == store.TaskList {
		l.Depth = q.v.task.Depth // the hundredth page of a list is no deeper than the first
	}
	if q.v.scope.refuse(q.v.task.Seed, to, l.Kind, l.Depth, q.from) != "" || l.Kind == store.TaskPage && q.v.flood.shuts(to) {
		return
	}
	l.Key, l.URL, l.Host, l.Seed, l.Text = key, to.URL, to.Host, q.v.task.Seed, shorten(l.Text)
	q.seen[key] = len(q.links)
	q.links = append(q.links, l)
}
