// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "time"

// Anchor: a part that can be pointed at: "Điều 5".
type Anchor struct {
	// One of: heading (Cộng hòa xã hội chủ nghĩa Việt Nam; Đảng Cộng sản Việt Nam); issuer; number; place_date; title (Type and subject (trích yếu)); basis (Căn cứ …; Xét …; Theo đề nghị …); part (Phần); chapter; section (Mục, or a Roman number in plans and reports); article; clause; point; recipients; signer (Authority, position and name); annex.
	Kind  string `json:"kind"`
	Label string `json:"label"`
	// Its first line.
	Line  string `json:"line"`
	Start int64  `json:"start"`
	End   int64  `json:"end"`
}

// Answer: all that is known about a question.
type Answer struct {
	// The words as understood, cleaned.
	Text string `json:"text"`
	// Null when no number was typed.
	Number *Number `json:"number"`
	// What fits the number; near ones when nothing does.
	Lookups []Found `json:"lookups"`
	// Beside those that fit: same number, but type, year or place differ, or no word agrees.
	Near []Found `json:"near"`
	// What the full text found: an article, by itself or for a document that it tells of, or a document that no article tells of.
	Hits []Hit `json:"hits"`
	// Units that the question names and the reform of 2025 touched, and what is found under their former names; on the first page.
	Units []Unit `json:"units"`
	// What is found under the former name of a unit that is asked for.
	Earlier []Earlier `json:"earlier"`
	// Of the full text, before what look-ups show is left out.
	Total  int64 `json:"total"`
	Limit  int64 `json:"limit"`
	Offset int64 `json:"offset"`
	// Offset of the next page; 0 when this is the last.
	Next int64 `json:"next"`
	// NextCursor asks for what comes after the last hit; empty on the last page.
	NextCursor string `json:"next_cursor"`
	// What was understood.
	Chips []Chip `json:"chips"`
	// What was not, and was searched as words.
	Notes []Note `json:"notes"`
	// What restricts the hits, filters included.
	Where Expr `json:"where"`
	// One of: ; newest; oldest; number (Of the document: smallest first, then the newest).
	Sort string `json:"sort"`
	// When asked for.
	Facets []Facet `json:"facets"`
	// Tells that too few records hold enough of the words; null: they do.
	Relaxed Relaxed `json:"relaxed"`
	// Tells that the index has changed since the page before, so that by relevance a hit may be shown twice or left out.
	Moved      bool   `json:"moved"`
	DidYouMean string `json:"did_you_mean"`
}

// ArticleView: an article with what its facts lead to.
type ArticleView struct {
	// ArticleID(URL).
	ID string `json:"id"`
	// Canonical address.
	URL    string `json:"url"`
	Portal string `json:"portal"`
	// CMS family whose template read it.
	Family string `json:"family"`
	// One of: article (News or an announcement); document (The text of an official document itself); list (Links to other pages); other; file (The text of a linked file that is an official document itself); register (A row of an official register: it says that a document exists).
	Kind  string `json:"kind"`
	Title string `json:"title"`
	// A civil day without time or zone. The zero Date means "not known".
	Published string `json:"published"`
	Author    string `json:"author"`
	Views     int64  `json:"views"`
	// "huyện Krông Nô".
	Place string `json:"place"`
	// Of the announced document.
	Issuer    string `json:"issuer"`
	Text      string `json:"text"`
	BodyStart int64  `json:"body_start"`
	// A file linked from an article.
	Attachments []Attachment `json:"attachments"`
	// A day or a period that the text names. A day has From = To.
	Dates []DateFact `json:"dates"`
	// A goal to be reached. Value is null for a qualitative one, ValueTo is set for a range only. Due is ISO: a year, a month or a day. Family joins indicators that are printed in different words; Value × Factor is in the base of Quantity, so that "1,5 tỷ đồng" and "1.500 triệu đồng" compare. Place and Group say for whom the goal is set, when its clause does.
	Targets []Target `json:"targets"`
	// Relation joins two mentions of one article. From and To are indexes into Facts.Mentions; From may be Page. The evidence is the sentence.
	Relations []Relation `json:"relations"`
	// A task that a document gives to an agency. Agency and Partners are as printed; Due is zero when no deadline with a year is stated.
	Assignments []Assignment `json:"assignments"`
	PortalName  string       `json:"portal_name"`
	// Mentions stands for those of the article, in the same order, and tells which document each names.
	Mentions []MentionAt `json:"mentions"`
	// Holds the documents that mentions name, by id.
	Documents map[string]Document `json:"documents"`
	// The bytes of one response at one time and where they are kept.
	Captures []Capture `json:"captures"`
	// Tells when a page was there. A page is gone when its server has said so (404, 410) on different days and never shown it in between; errors and silence say nothing. The text of a page that is gone stays.
	Presence Presence `json:"presence"`
	// Newest first.
	Revisions []Revision `json:"revisions"`
	// The other articles with the same text, or nearly the same, the leader of them first.
	Copies []Copy `json:"copies"`
	// The outline of an article that is an official document, else null.
	Outline Sheet `json:"outline"`
	// Holds the ids of the articles that are the official documents in attachments, by the address of the file.
	DocumentsInFiles map[string]string `json:"documents_in_files"`
}

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

// Check: what the store knows of the numbers that a text names.
type Check struct {
	// As it was read: NFC, without invisible characters; spans are bytes of it.
	Text string `json:"text"`
	// In reading order.
	Numbers []Checked `json:"numbers"`
	// Of the verdicts, those that occur.
	Counts map[string]int64 `json:"counts"`
	// The text names more numbers than are checked.
	More bool `json:"more"`
}

// Checked: a number in a text and what is known of its document.
type Checked struct {
	// Text[Start:End], word for word.
	Quote string `json:"quote"`
	Start int64  `json:"start"`
	End   int64  `json:"end"`
	// The number of an official document as its parts. Canonical has no leading zeros, no spaces, Đ for every look-alike, official case and separators in official order: 52/KH-UBND, 15/2020/NĐ-CP, 68-KH/HU, 45/2019/QH14. It is empty for a bare mention ("Chỉ thị số 15"), which has a type and a number only.
	Number DocNumber `json:"number"`
	// Kế hoạch 52/KH-UBND.
	Name string `json:"name"`
	// As the text says.
	Issued string `json:"issued"`
	// As the text says, completed.
	Issuer string `json:"issuer"`
	// One of: held (Its document is here); listed (A register has it; its text is not here); cited (Other texts name it; its text is not here); superseded (Another document replaces or repeals it); wrong_year (Not in the year that is told, but the same of another year agrees otherwise); ambiguous (Several documents fit what the text says); unknown (The store has not met it, which is no proof that it does not exist).
	Verdict string `json:"verdict"`
	// The verdict in words, in Vietnamese.
	Message string `json:"message"`
	// What is meant; of wrong_year what was probably meant; null when none or several fit.
	Document *Document `json:"document"`
	// Of ambiguous: those that fit, the first few.
	Candidates []Document `json:"candidates"`
	// The relations by which other documents change or end it.
	Standing []Related `json:"standing"`
}

// Copy: an article that says the same.
type Copy struct {
	ArticleID  string `json:"article_id"`
	Title      string `json:"title"`
	PortalName string `json:"portal_name"`
	// A civil day without time or zone. The zero Date means "not known".
	Published string `json:"published"`
	// The most official one of the group, else the earliest.
	Leads bool `json:"leads"`
}

// Coverage: what the store holds and how its portals are doing: what an answer, and the lack of one, can rest on.
type Coverage struct {
	// The size of the store.
	Stats Stats `json:"stats"`
	// What is held of a portal.
	Portals []PortalCoverage `json:"portals"`
	// Crawls that were started by an address, not by a portal's name.
	Addresses []Portal `json:"addresses"`
}

// Document: a document with its name for people.
type Document struct {
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

// Earlier: what is found under the former name of a unit that is asked for.
type Earlier struct {
	// Huyện Càng Long, tỉnh Trà Vinh.
	Unit string `json:"unit"`
	// The question with that name, in quotes.
	Text string `json:"text"`
	// What the full text found: an article, by itself or for a document that it tells of, or a document that no article tells of.
	Hits []Hit `json:"hits"`
}

// Facet: a field with the values that the hits have, counted.
type Facet struct {
	// One of: type (Code of the type of document: KH); issuer (Name of the issuing body: UBND huyện Càng Long); level (Of the issuing body; see Levels); place (Administrative unit with those that hold it: huyện Càng Long, tỉnh Trà Vinh); year (Of issue, or of the posting); day (Of issue or posting, as the number 20220318); portal (Id); topic (Field of administration; data/rules/topics.txt); file ("yes" when a file hangs on the page); state (Held, listed or cited: model.Status of the document).
	Field string `json:"field"`
	// Vietnamese.
	Name string `json:"name"`
	// A value of a field and how many records have it.
	Values []FacetValue `json:"values"`
	// Values that are not listed.
	Others int64 `json:"others"`
}

// FacetValue: a value of a field and how many records have it.
type FacetValue struct {
	// For the parameter of the field's name.
	Value string `json:"value"`
	// For people: Kế hoạch.
	Name  string `json:"name"`
	Count int64  `json:"count"`
	// The question filters by it.
	Chosen bool `json:"chosen"`
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

// Found: a document that look-up found.
type Found struct {
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
	// Why, in Vietnamese.
	Reason string `json:"reason"`
	// Nothing that was typed contradicts.
	Fits bool `json:"fits"`
	// Only a bare number agrees, and none of the words beside it.
	Vague bool `json:"vague"`
	// Citations counts the articles that name it without announcing it, to store.MaxCitations.
	Citations int64 `json:"citations"`
	// The article that tells of it best.
	Place *Place `json:"place"`
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

// Hit: what the full text found: an article, by itself or for a document that it tells of, or a document that no article tells of.
type Hit struct {
	// One of: article; document.
	Kind string `json:"kind"`
	ID   string `json:"id"`
	// One of: article (News or an announcement); document (The text of an official document itself); list (Links to other pages); other; file (The text of a linked file that is an official document itself); register (A row of an official register: it says that a document exists).
	PageKind string `json:"page_kind"`
	Title    string `json:"title"`
	// Announced; of a document, itself.
	Documents []Document `json:"documents"`
	// Named besides, the first few.
	Cites []Document `json:"cites"`
	// A piece of text with places to mark, as byte spans of Text.
	Passage Passage `json:"passage"`
	// Where the passage stands.
	ArticleID  string `json:"article_id"`
	URL        string `json:"url"`
	Portal     string `json:"portal"`
	PortalName string `json:"portal_name"`
	// A civil day without time or zone. The zero Date means "not known".
	Published string `json:"published"`
	// Of the newest capture, UTC.
	Captured time.Time `json:"captured"`
	// Other pages that say the same.
	Copies []Copy  `json:"copies"`
	Score  float64 `json:"score"`
	// Of the score, when asked for; their sum is Score.
	Shares []Share `json:"shares"`
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

// Number: how typed words were read as a document number. Empty fields were not typed.
type Number struct {
	// Code: KH.
	Type string `json:"type"`
	// Kế hoạch.
	TypeName string `json:"type_name"`
	No       string `json:"no"`
	// Letters and digits only, maybe a part: KHUBND.
	Symbol string `json:"symbol"`
	Year   int64  `json:"year"`
	// A civil day without time or zone. The zero Date means "not known".
	Date string `json:"date"`
	// The others, folded: place, issuer, topic.
	Words string `json:"words"`
}

// Passage: a piece of text with places to mark, as byte spans of Text.
type Passage struct {
	Text string `json:"text"`
	// A half-open range [Start, End) of bytes of Article.Text.
	Marks []Span `json:"marks"`
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

// PortalCoverage: what is held of a portal.
type PortalCoverage struct {
	Portal   string `json:"portal"`
	Articles int64  `json:"articles"`
	// With a posted day.
	Dated int64 `json:"dated"`
	// By posted day, oldest first; years without an article are absent.
	Years []YearCount `json:"years"`
	First time.Time   `json:"first"`
	// Of the captures.
	Last time.Time `json:"last"`
	// That articles link.
	Files int64 `json:"files"`
	// Of them, with text.
	Read int64  `json:"read"`
	Name string `json:"name"`
	// Years without an article between the first and the last.
	Gaps []int64 `json:"gaps"`
	// Null: its runs are not recorded (imports, registers).
	Health *Portal `json:"health"`
}

// Readiness: tells how far the index is behind the store.
type Readiness struct {
	Ready         bool  `json:"ready"`
	StoreSequence int64 `json:"store_sequence"`
	IndexSequence int64 `json:"index_sequence"`
	Lag           int64 `json:"lag"`
}

// Related: a relation as one of its documents sees it. Other is null when an article that announces no document is the other end.
type Related struct {
	// Article.Text[Start:End], word for word.
	Quote string `json:"quote"`
	Start int64  `json:"start"`
	End   int64  `json:"end"`
	// Id of the rule that saw it.
	Rule string `json:"rule"`
	// 0 to 1, given by the rule.
	Confidence float64 `json:"confidence"`
	// One of: implements (Thực hiện, triển khai); based_on (Căn cứ); amends (Sửa đổi, bổ sung); replaces (Thay thế); repeals (Bãi bỏ); guides (Hướng dẫn); extends (Gia hạn, kéo dài thời gian thực hiện); corrects (��ính chính).
	Type string `json:"type"`
	// One of: outgoing (The document does something to the other); incoming (The other does something to the document).
	Direction string `json:"direction"`
	// A document with its name for people.
	Other *Document `json:"other"`
	// Where the sentence stands.
	ArticleID    string `json:"article_id"`
	ArticleTitle string `json:"article_title"`
}

// Relaxed: tells how many of the words that were read a record must hold to be found, as no record, or hardly any, holds more.
type Relaxed struct {
	Words int64 `json:"words"`
	Held  int64 `json:"held"`
}

// Share: what one feature of the ranking adds to a score; data/rules/ranking.txt tells what each feature means.
type Share struct {
	Feature string `json:"feature"`
	// Of the hit, as the weight meets it.
	Value float64 `json:"value"`
	// Value times weight.
	Share float64 `json:"share"`
}

// Sheet: the outline of an official document: who signed it, to whom it went and the marks of its parts. Spans are of the article's text.
type Sheet struct {
	Signer     string `json:"signer"`
	Recipients string `json:"recipients"`
	// Legal bases.
	Bases []string `json:"bases"`
	// A part that can be pointed at: "Điều 5".
	Anchors []Anchor `json:"anchors"`
}

// Suggestion: suggestion completes what is being typed.
type Suggestion struct {
	// One of: number (A document by its number); title (An article, or a document of a register); agency; place.
	Kind string `json:"kind"`
	// To search for.
	Text string `json:"text"`
	// The label, with what was typed marked.
	Parts []Part `json:"parts"`
	// What tells it from others: day and issuer, province.
	Detail string `json:"detail"`
	// Things of this name; 1 when it is one.
	Count int64 `json:"count"`
	// Where it leads when it is one document or one article; else to a search for Text.
	DocumentID string `json:"document_id"`
	ArticleID  string `json:"article_id"`
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

// Unit: an administrative unit that a question names, and what it was before or became by the reform of 1 July 2025.
type Unit struct {
	// Xã Càng Long, tỉnh Vĩnh Long.
	Name string `json:"name"`
	// It stood until 30 June 2025.
	Ended bool `json:"ended"`
	// Whose bodies issued what concerns it: huyện Càng Long, tỉnh Trà Vinh.
	Formerly []string `json:"formerly"`
	// What stands where it stood, when it ended.
	Today []string `json:"today"`
}
