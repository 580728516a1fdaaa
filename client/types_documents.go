// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

// DocumentMentions: where a document is named.
type DocumentMentions struct {
	ID string `json:"id"`
	// Announcing ones first, the first 50.
	Places []Place `json:"places"`
	Total  int64   `json:"total"`
}

// DocumentRelations: what a document does to others and others to it.
type DocumentRelations struct {
	ID string `json:"id"`
	// A relation as one of its documents sees it. Other is null when an article that announces no document is the other end.
	Relations []Related `json:"relations"`
	// Those that change what the document says, or end it.
	Standing []Related `json:"standing"`
}

// DocumentView: a document with where it is named and what it is tied to.
type DocumentView struct {
	ID string `json:"id"`
	// The number of an official document as its parts. Canonical has no leading zeros, no spaces, Đ for every look-alike, official case and separators in official order: 52/KH-UBND, 15/2020/NĐ-CP, 68-KH/HU, 45/2019/QH14. It is empty for a bare mention ("Chỉ thị số 15"), which has a type and a number only.
	Number DocNumber `json:"number"`
	// Of the number, else of the issue date.
	Year   int64  `json:"year"`
	Issuer string `json:"issuer"`
	// A civil day without time or zone. The zero Date means "not known".
	Issued string `json:"issued"`
	// Of the article that tells of it best.
	Title string `json:"title"`
	// One of: held (An article announces it, or its text is here); listed (A register has it; no article announces it); cited (Other texts name it).
	Status string `json:"status"`
	// Kế hoạch 52/KH-UBND.
	Name string `json:"name"`
	// As it is cited in other documents.
	Citation string `json:"citation"`
	// The relations that change what the document says or end it: replaced, repealed, amended … by others.
	Standing []Related `json:"standing"`
	// Announcing ones first, at most maxPlaces.
	Places      []Place `json:"places"`
	TotalPlaces int64   `json:"total_places"`
	// A relation as one of its documents sees it. Other is null when an article that announces no document is the other end.
	Relations []Related `json:"relations"`
	// What the articles that announce it tell of its content.
	Targets []Goal `json:"targets"`
	// An assignment by a document, with the article whose sentence tells of it.
	Assignments []Task `json:"assignments"`
}

// Goal: a target of a document, with the article whose sentence tells of it.
type Goal struct {
	// Article.Text[Start:End], word for word.
	Quote string `json:"quote"`
	Start int64  `json:"start"`
	End   int64  `json:"end"`
	// Id of the rule that saw it.
	Rule string `json:"rule"`
	// 0 to 1, given by the rule.
	Confidence float64 `json:"confidence"`
	// As printed.
	Indicator string `json:"indicator"`
	// Id in data/rules/indicators.txt.
	Family string `json:"family"`
	// One of: >=; <=; >; <; =; range; qual.
	Op      string   `json:"op"`
	Value   *float64 `json:"value"`
	ValueTo *float64 `json:"value_to"`
	// As printed: %, tỷ đồng, xã.
	Unit string `json:"unit"`
	// What the unit measures: share, VND, commune.
	Quantity string `json:"quantity"`
	// Of the printed unit to the quantity's base.
	Factor float64 `json:"factor"`
	Due    string  `json:"due"`
	// As printed.
	Place string `json:"place"`
	// As printed.
	Group     string `json:"group"`
	ArticleID string `json:"article_id"`
}

// Place: where an article names a document.
type Place struct {
	ArticleID    string `json:"article_id"`
	ArticleTitle string `json:"article_title"`
	ArticleURL   string `json:"article_url"`
	Portal       string `json:"portal"`
	PortalName   string `json:"portal_name"`
	// A civil day without time or zone. The zero Date means "not known".
	Published string `json:"published"`
	// One of: announced; cited.
	Role string `json:"role"`
	// Of the mention in the article's text.
	Start int64 `json:"start"`
	// A piece of text with places to mark, as byte spans of Text.
	Passage Passage `json:"passage"`
}

// Task: an assignment by a document, with the article whose sentence tells of it.
type Task struct {
	// Article.Text[Start:End], word for word.
	Quote string `json:"quote"`
	Start int64  `json:"start"`
	End   int64  `json:"end"`
	// Id of the rule that saw it.
	Rule string `json:"rule"`
	// 0 to 1, given by the rule.
	Confidence float64 `json:"confidence"`
	Agency     string  `json:"agency"`
	Task       string  `json:"task"`
	// Who works with the agency ("phối hợp với …").
	Partners []string `json:"partners"`
	// A civil day without time or zone. The zero Date means "not known".
	Due       string `json:"due"`
	ArticleID string `json:"article_id"`
}
