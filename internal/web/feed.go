package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/feeds"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// feedItems is how many entries a feed has when the reader asks for no number.
const feedItems = 50

// searchFeed answers a search as a feed that readers follow, newest first:
// /tim.atom?q=…, with the parameters of the page.
func (p *Pages) searchFeed(form feedForm) gin.HandlerFunc {
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
		q.Text, q.Limit = answer.Text, 0
		f := p.feeder(c)
		writeFeed(c, form, f.ofAnswer(q, answer))
	}
}

// documentFeed tells what is new about a document: where it is named, newest
// first.
func (p *Pages) documentFeed(form feedForm) gin.HandlerFunc {
	return func(c *gin.Context) {
		found, err := p.service.Document(c.Request.Context(), c.Param("id"))
		if err != nil {
			p.fail(c, err)
			return
		}
		writeFeed(c, form, p.feeder(c).ofDocument(found))
	}
}

func documentFeedPath(id, ending string) string {
	return "/van-ban/" + url.PathEscape(id) + "/moi." + ending
}

func writeFeed(c *gin.Context, form feedForm, f *feeds.Feed) {
	c.Header("Content-Type", form.media)
	c.Status(http.StatusOK)
	if err := form.write(f, c.Writer); err != nil {
		_ = c.Error(err) // the reader has gone
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

// feeder makes feeds with whole addresses.
type feeder struct {
	voice
	base string
	to   address
}

func (p *Pages) feeder(c *gin.Context) feeder {
	v := p.voice(c)
	return feeder{v, base(c.Request), address{v.Lang}}
}

// ofAnswer makes the entries of a search. An entry keeps its id when its page
// changes, and its time is when the page was captured: readers show it as new
// again.
func (f feeder) ofAnswer(q search.Question, a search.Answer) *feeds.Feed {
	page := f.base + f.to.question("/tim", q)
	out := &feeds.Feed{Title: f.Say("feed.title", a.Text), Link: &feeds.Link{Href: page}, Description: f.Say("feed.search", a.Text), Id: page}
	for _, h := range a.Hits {
		href := f.base + f.to.document(h.ID)
		if h.ArticleID != "" {
			href = f.base + f.to.article(h.ArticleID)
		}
		out.Items = append(out.Items, &feeds.Item{
			Title: plain(cmp.Or(h.Title, f.Say("untitled"))), Link: &feeds.Link{Href: href}, Id: href,
			Description: plain(h.Passage.Text), Created: moment(h.Published, h.Captured), Updated: h.Captured,
		})
	}
	for _, l := range a.Lookups {
		href := f.base + f.to.document(l.ID)
		out.Items = append(out.Items, &feeds.Item{
			Title: f.line(l.Document), Link: &feeds.Link{Href: href}, Id: href,
			Description: plain(l.Title), Created: moment(l.Issued, time.Time{}),
		})
	}
	return settled(out)
}

// ofDocument makes an entry of every article that names a document.
func (f feeder) ofDocument(d search.DocumentView) *feeds.Feed {
	page := f.base + lasting(d.Document)
	out := &feeds.Feed{Title: f.Say("feed.title", d.Name), Link: &feeds.Link{Href: page}, Description: f.Say("feed.document", d.Citation), Id: page}
	for _, a := range byArticle(d.Places) {
		href := f.base + f.to.article(a.ArticleID)
		role := f.Say("role.cited")
		if a.Role == model.Announced {
			role = f.Say("role.announced")
		}
		out.Items = append(out.Items, &feeds.Item{
			Title: plain(cmp.Or(a.ArticleTitle, f.Say("untitled"))), Link: &feeds.Link{Href: href}, Id: href,
			Description: plain(role + ": " + a.Passages[0].Passage.Text), Created: moment(a.Published, time.Time{}),
		})
	}
	return settled(out)
}

// settled puts the newest entry first and dates the feed by it. What has no date
// is as old as can be: readers need one.
func settled(f *feeds.Feed) *feeds.Feed {
	slices.SortStableFunc(f.Items, func(a, b *feeds.Item) int { return b.Created.Compare(a.Created) })
	for _, item := range f.Items {
		if item.Created.IsZero() {
			item.Created = undated()
		}
		if item.Updated.IsZero() {
			item.Updated = item.Created
		}
		if item.Updated.After(f.Updated) {
			f.Updated = item.Updated
		}
	}
	if f.Updated.IsZero() {
		f.Updated = undated()
	}
	return f
}

func undated() time.Time { return time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC) }

// plain drops the characters that XML cannot carry.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}

// moment is the start of a day, or what stands for a day that is not known.
func moment(day model.Date, otherwise time.Time) time.Time {
	if day.IsZero() {
		return otherwise
	}
	return time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, model.Vietnam())
}
