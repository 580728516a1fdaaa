// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "time"

// AssignmentRow: a row of a table of assignments.
type AssignmentRow struct {
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
	Due          string `json:"due"`
	ArticleID    string `json:"article_id"`
	ArticleTitle string `json:"article_title"`
	ArticleURL   string `json:"article_url"`
	ArticlePlace string `json:"article_place"`
	Portal       string `json:"portal"`
	PortalName   string `json:"portal_name"`
	// A civil day without time or zone. The zero Date means "not known".
	Published string `json:"published"`
	// Newest capture, UTC.
	Captured time.Time `json:"captured"`
	// Article that leads the group of copies.
	CopyOf string `json:"copy_of"`
	// Null when the article announces none, or several.
	AnnouncedDocument *Document `json:"announced_document"`
}

// AssignmentsAnswer: a page of a table of assignments.
type AssignmentsAnswer struct {
	// A row of a table of assignments.
	Assignments []AssignmentRow `json:"assignments"`
	// Of all pages.
	Total int64 `json:"total"`
	// One filter of a table as it was understood.
	Filters []Filter `json:"filters"`
	Sort    string   `json:"sort"`
	Limit   int64    `json:"limit"`
	// Empty on the last page.
	NextCursor string `json:"next_cursor"`
}

// Filter: one filter of a table as it was understood.
type Filter struct {
	// Of the parameter.
	Name string `json:"name"`
	// Which gives the same filter again.
	Value string `json:"value"`
	// For people: giá trị: ≥ 50.
	Words string `json:"words"`
}

// MissingAnswer: a page of a table of missing documents.
type MissingAnswer struct {
	// A document that is cited and not held.
	Missing []MissingRow `json:"missing"`
	// Of all pages.
	Total int64 `json:"total"`
	// One filter of a table as it was understood.
	Filters []Filter `json:"filters"`
	Sort    string   `json:"sort"`
	Limit   int64    `json:"limit"`
	// Empty on the last page.
	NextCursor string `json:"next_cursor"`
}

// MissingRow: a document that is cited and not held.
type MissingRow struct {
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
	Name           string `json:"name"`
	CitingArticles int64  `json:"citing_articles"`
	// Where it is cited best.
	Place Place `json:"place"`
	// Newest capture of that article, UTC.
	Captured time.Time `json:"captured"`
}

// TargetRow: a row of a table of targets.
type TargetRow struct {
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
	Group        string `json:"group"`
	FamilyName   string `json:"family_name"`
	ArticleID    string `json:"article_id"`
	ArticleTitle string `json:"article_title"`
	ArticleURL   string `json:"article_url"`
	ArticlePlace string `json:"article_place"`
	Portal       string `json:"portal"`
	PortalName   string `json:"portal_name"`
	// A civil day without time or zone. The zero Date means "not known".
	Published string `json:"published"`
	// Newest capture, UTC.
	Captured time.Time `json:"captured"`
	// Article that leads the group of copies.
	CopyOf string `json:"copy_of"`
	// Null when the article announces none, or several.
	AnnouncedDocument *Document `json:"announced_document"`
	// Shared, within an article, by targets that one sentence sets for one indicator; they stand together in every order by day.
	Series int64 `json:"series"`
}

// TargetsAnswer: a page of a table of targets.
type TargetsAnswer struct {
	// A row of a table of targets.
	Targets []TargetRow `json:"targets"`
	// Of all pages.
	Total int64 `json:"total"`
	// One filter of a table as it was understood.
	Filters []Filter `json:"filters"`
	Sort    string   `json:"sort"`
	Limit   int64    `json:"limit"`
	// Empty on the last page.
	NextCursor string `json:"next_cursor"`
}
