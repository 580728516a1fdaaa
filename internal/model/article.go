package model

// Kind says what a page is for its readers.
type Kind string

// The kinds of page.
const (
	KindArticle  Kind = "article"  // news or an announcement
	KindDocument Kind = "document" // the text of an official document itself
	KindList     Kind = "list"     // links to other pages
	KindOther    Kind = "other"
	KindFile     Kind = "file"     // the text of a linked file that is an official document itself
	KindRegister Kind = "register" // a row of an official register: it says that a document exists
)

// Article is a page as people read it.
//
// Text holds everything that is read, the title first: when Title is not
// empty, Text begins with it, and the body starts at BodyStart. The posted
// date, menus and other chrome are not part of it.
type Article struct {
	ID          string       `json:"id"`  // ArticleID(URL)
	URL         string       `json:"url"` // canonical address
	Portal      string       `json:"portal"`
	Family      string       `json:"family"` // CMS family whose template read it
	Kind        Kind         `json:"kind"`
	Title       string       `json:"title"`
	Published   Date         `json:"published"`
	Author      string       `json:"author,omitempty"`
	Views       int          `json:"views,omitempty"`
	Place       string       `json:"place,omitempty"`  // "huyện Krông Nô"
	Issuer      string       `json:"issuer,omitempty"` // of the announced document
	Text        string       `json:"text"`
	BodyStart   int          `json:"body_start"`
	Attachments []Attachment `json:"attachments"`
	Facts
}

// Body returns the text without the title.
func (a *Article) Body() string { return a.Text[min(a.BodyStart, len(a.Text)):] }

// ReadState tells what became of an attachment.
type ReadState string

// The states of an attachment.
const (
	Unfetched ReadState = "unfetched" // linked, not fetched yet
	Read      ReadState = "read"      // its text is here
	Unread    ReadState = "unread"    // fetched; Reason tells why there is no text
	Missing   ReadState = "missing"   // could not be fetched; Reason tells why
)

// Attachment is a file linked from an article.
type Attachment struct {
	URL       string    `json:"url"`
	Name      string    `json:"name"` // words of the link, or the file name
	MediaType string    `json:"media_type,omitempty"`
	State     ReadState `json:"state"`
	Reason    string    `json:"reason,omitempty"`
	Text      string    `json:"text,omitempty"`
	Fault     Fault     `json:"fault,omitempty"` // why text is missing; "" when it is whole
	CaptureID string    `json:"capture_id,omitempty"`
}
