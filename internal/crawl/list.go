package crawl

import (
	"context"
	"errors"
	"net/url"
	"slices"

	"tracuu/internal/discover"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// read hands a body to the reader of the task's kind.
func (v *visit) read(ctx context.Context, declared string, body []byte) {
	switch v.task.Kind {
	case store.TaskAttachment:
		v.readFile(ctx, declared, body)
	case store.TaskSitemap:
		v.readSitemap(body)
	case store.TaskFeed:
		v.readFeed(body)
	case store.TaskList:
		v.readList(ctx, declared, body)
	default:
		v.readPage(ctx, declared, body)
	}
}

func (v *visit) readSitemap(body []byte) {
	s, err := discover.ReadSitemap(body)
	if errors.Is(err, discover.ErrNoSitemap) {
		v.done(err.Error()) // most servers answer a page for what they do not have
		return
	}
	if err != nil {
		v.fail(store.FaultContent, err.Error())
		return
	}
	q := v.newLinker(discover.MaxSitemapEntries)
	q.each(store.TaskSitemap, s.Sitemaps)
	for _, page := range s.Pages {
		q.ref(page, store.Link{Kind: store.TaskPage, Priority: pageNext, Referrer: v.at.Page})
	}
	v.out.Links = q.links
	v.done("")
	if s.Cut {
		v.done("sơ đồ trang dài quá giới hạn, phần sau không đọc")
	}
}

func (v *visit) readFeed(body []byte) {
	base, err := url.Parse(v.at.URL)
	if err != nil {
		v.fail(store.FaultOther, err.Error())
		return
	}
	entries, err := discover.ReadFeed(base, body)
	if err != nil {
		v.done(err.Error())
		return
	}
	v.queueEntries(entries)
	v.done("")
}

func (v *visit) queueEntries(entries []discover.Entry) {
	q := v.newLinker(maxLinks)
	for _, e := range entries {
		q.ref(e.URL, store.Link{Kind: store.TaskPage, Priority: pageNext, Referrer: v.at.Page, Text: e.Title})
	}
	v.out.Links = q.links
}

func (v *visit) listPage(at discover.Position, declared string, body []byte) discover.Page {
	return discover.Page{URL: v.at.URL, MediaType: declared, Body: body, At: at}
}

// readList reads a page of a list, queues its entries and the page after it.
func (v *visit) readList(ctx context.Context, declared string, body []byte) {
	at, err := discover.ParsePosition(v.task.Position)
	rule := v.rule(at)
	if err != nil || rule == nil { // the rules have changed since it was queued
		v.readPage(ctx, declared, body)
		return
	}
	found, err := discover.ReadList(rule, v.listPage(at, declared, body))
	if err != nil {
		v.fail(store.FaultTemplate, err.Error())
		return
	}
	if rule.JSON == nil {
		v.readListPage(ctx, rule, declared, body)
	} else {
		v.done("")
	}
	v.queueEntries(found.Entries)
	if found.Next != nil {
		q := v.newLinker(maxLinks + 1)
		q.step(*found.Next, found.Then)
		v.out.Links = q.links
	}
	if len(found.Entries) == 0 && at.Page == 0 && v.out.Outcome.State == store.Done {
		v.out.Outcome.Fault = store.FaultTemplate
		v.out.Outcome.Reason = "danh sách " + at.List + " không có mục nào ở trang đầu: mẫu trang có thể đã đổi"
	}
}

// readListPage reads a page of a list as any page. Its pager is left to the
// rule. What a form answers has no address of its own and is no article.
func (v *visit) readListPage(ctx context.Context, rule *portal.List, declared string, body []byte) {
	v.readPage(ctx, declared, body)
	own := discover.OwnPages(rule, v.at.URL)
	v.out.Links = slices.DeleteFunc(v.out.Links, func(l store.Link) bool {
		return l.Kind == store.TaskPage && l.Position == "" && own(l.URL)
	})
	if v.task.Form != "" {
		v.out.Article, v.out.Lines, v.whole = nil, nil, false
	}
}

// rule finds the list that a position is in, nil when the rules have it no more.
func (v *visit) rule(at discover.Position) *portal.List {
	if f, ok := v.Portals.Family(at.Family); ok {
		return f.Postback
	}
	if p, ok := v.Portals.ByID(at.Portal); ok {
		if l, ok := p.Discovery.List(at.List); ok {
			return l
		}
	}
	return nil
}
