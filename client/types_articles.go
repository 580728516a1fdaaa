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

// ArticleCaptures: the captures of a page.
type ArticleCaptures struct {
	ID string `json:"id"`
	// The bytes of one response at one time and where they are kept.
	Captures []Capture `json:"captures"`
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

// MentionAt: a mention with its article and the document it was resolved to. DocumentID is empty and Candidates is set when it stays ambiguous.
type MentionAt struct {
	// Article.Text[Start:End], word for word.
	Quote string `json:"quote"`
	Start int64  `json:"start"`
	End   int64  `json:"end"`
	// Id of the rule that saw it.
	Rule string `json:"rule"`
	// 0 to 1, given by the rule.
	Confidence float64 `json:"confidence"`
	// The number of an official document as its parts. Canonical has no leading zeros, no spaces, Đ for every look-alike, official case and separators in official order: 52/KH-UBND, 15/2020/NĐ-CP, 68-KH/HU, 45/2019/QH14. It is empty for a bare mention ("Chỉ thị số 15"), which has a type and a number only.
	Number DocNumber `json:"number"`
	// Stated for this mention.
	Issued string `json:"issued"`
	// Completed by symbol, words and place, in the one form that the document's identity uses; empty when it is not certain.
	Issuer string `json:"issuer"`
	// As printed beside this mention.
	IssuerWords string `json:"issuer_words"`
	// One of: announced; cited.
	Role         string `json:"role"`
	ArticleID    string `json:"article_id"`
	ArticleTitle string `json:"article_title"`
	ArticleURL   string `json:"article_url"`
	Portal       string `json:"portal"`
	// Of the article.
	Place      string   `json:"place"`
	DocumentID string   `json:"document_id"`
	Candidates []string `json:"candidates"`
}

// Passage: a piece of text with places to mark, as byte spans of Text.
type Passage struct {
	Text string `json:"text"`
	// A half-open range [Start, End) of bytes of Article.Text.
	Marks []Span `json:"marks"`
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

// Similar: what is like an article or a document.
type Similar struct {
	ID string `json:"id"`
	// Of the same topic first; copies are left out.
	Hits []Hit `json:"hits"`
}
