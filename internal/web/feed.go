package web

import (
	"cmp"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/feeds"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// feedItems is how many entries a feed has when the reader asks for no number.
const feedItems = 50

// feed answers a search as a feed that readers follow, newest first:
// /tim.atom?q=…, with the parameters of the page.
func (p *Pages) feed(media string, write func(*feeds.Feed, gin.ResponseWriter) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		values := c.Request.URL.Query()
		q, err := search.ParseQuestion(values)
		if err != nil {
			p.fail(c, err)
			return
		}
		if values.Get("limit") == "" {
			q.Limit = feedItems
		}
		answer, err := p.service.Search(c.Request.Context(), q)
		if err != nil {
			p.fail(c, err)
			return
		}
		c.Header("Content-Type", media)
		c.Status(http.StatusOK)
		if err := write(feedOf(answer, base(c.Request)), c.Writer); err != nil {
			_ = c.Error(err) // the reader has gone
		}
	}
}

// base is the address of this service as the client knows it.
func base(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

// feedOf makes the entries. An entry keeps its id when its page changes, and
// its time is when the page was captured: readers show it as new again.
func feedOf(a search.Answer, base string) *feeds.Feed {
	f := &feeds.Feed{
		Title: "tracuu: " + a.Text, Link: &feeds.Link{Href: base + searchHref(a.Text)},
		Description: "Kết quả mới của câu tìm “" + a.Text + "”", Id: base + searchHref(a.Text),
	}
	for _, h := range a.Hits {
		href := documentHref(h.ID)
		if h.ArticleID != "" {
			href = articleHref(h.ArticleID)
		}
		f.Items = append(f.Items, &feeds.Item{
			Title: cmp.Or(h.Title, "(không có tiêu đề)"), Link: &feeds.Link{Href: base + href}, Id: base + href,
			Description: h.Passage.Text, Created: moment(h.Published, h.Captured), Updated: h.Captured,
		})
	}
	for _, l := range a.Lookups {
		f.Items = append(f.Items, &feeds.Item{
			Title: l.Line(), Link: &feeds.Link{Href: base + documentHref(l.ID)}, Id: base + documentHref(l.ID),
			Description: l.Title, Created: moment(l.Issued, time.Time{}),
		})
	}
	slices.SortStableFunc(f.Items, func(a, b *feeds.Item) int { return b.Created.Compare(a.Created) })
	for _, item := range f.Items {
		if item.Updated.IsZero() {
			item.Updated = item.Created
		}
		if item.Updated.After(f.Updated) {
			f.Updated = item.Updated
		}
	}
	return f
}

// moment is the start of a day, or what stands for a day that is not known.
func moment(day model.Date, otherwise time.Time) time.Time {
	if day.IsZero() {
		return otherwise
	}
	return time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, time.FixedZone("+07", 7*60*60))
}
