package search

import (
	"time"

	"tracuu/internal/gazetteer"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Source is where a row of a table was told.
type Source struct {
	ArticleID    string     `json:"article_id"`
	ArticleTitle string     `json:"article_title"`
	ArticleURL   string     `json:"article_url"`
	ArticlePlace string     `json:"article_place,omitempty"`
	Portal       string     `json:"portal"`
	PortalName   string     `json:"portal_name"`
	Published    model.Date `json:"published"`
	Captured     time.Time  `json:"captured,omitzero"`  // newest capture, UTC
	CopyOf       string     `json:"copy_of,omitempty"`  // article that leads the group of copies
	Announces    *Document  `json:"announced_document"` // nil when the article announces none, or several
}

func (s *Service) source(at store.FactAt) Source {
	out := Source{
		ArticleID: at.ArticleID, ArticleTitle: at.ArticleTitle, ArticleURL: at.ArticleURL, ArticlePlace: at.ArticlePlace,
		Portal: at.Portal, PortalName: s.portalName(at.Portal), Published: at.Published, Captured: at.Captured, CopyOf: at.CopyOf,
	}
	if at.Document != nil {
		doc := named(*at.Document)
		out.Announces = &doc
	}
	return out
}

// factForm is what tables of targets and assignments are both asked by.
type factForm struct {
	words  []string // of the indicator or the agency
	place  string
	places []string
	issuer []string
	filter store.FactFilter // but for the words
}

// facts reads the parameters due, issued, place, portal, issuer and document.
// words are those of the indicator or the agency.
func (f *form) facts(words []string) factForm {
	out := factForm{words: words}
	out.filter.Due = f.days("due", "thời hạn")
	out.filter.Issued = f.days("issued", "ngày văn bản hoặc bài đăng")
	out.places = f.phrases("place", "nơi")
	out.place = f.bare("place")
	out.filter.Portal = f.text("portal", "cổng thông tin")
	out.issuer = f.phrases("issuer", "cơ quan ban hành")
	out.filter.Document = f.text("document", "văn bản")
	return out
}

// factFilter completes a filter with what rules know of its words.
func factFilter(in factForm) (store.FactFilter, error) {
	forms, err := loadShortForms()
	if err != nil {
		return in.filter, err
	}
	out := in.filter
	out.Words, out.Issuer = forms.phrases(in.words), forms.phrases(in.issuer)
	if len(in.places) > 0 {
		out.Place = placePhrases(gazetteer.Vietnam(), in.place, in.places)
	}
	return out, nil
}
