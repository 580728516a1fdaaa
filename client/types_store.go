// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "time"

// FaultCount: how often one kind of fault was met in a run.
type FaultCount struct {
	// One of: no_answer (Time-out, connection, name, certificate); not_found; forbidden; busy (429, 503); server_error (Other 5xx); status (Other statuses); robots; cut_off; content (Could not be read); empty_list (A list without entries: its template changed); other.
	Kind  string `json:"kind"`
	Count int64  `json:"count"`
	// Address and reason of the newest.
	Last string `json:"last"`
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

// Run: one crawl over a portal, from its start until nothing of it was left in the queue. A crawl that was stopped or killed goes on in the same run.
type Run struct {
	ID int64 `json:"id"`
	// Link.Seed: a portal's id, or an address.
	Portal  string    `json:"portal"`
	Started time.Time `json:"started"`
	Ended   time.Time `json:"ended"`
	// The last page that was read.
	LastSuccess time.Time `json:"last_success"`
	Pages       int64     `json:"pages"`
	// Of kind article or document, as the next four.
	Articles  int64 `json:"articles"`
	WithTitle int64 `json:"with_title"`
	WithDate  int64 `json:"with_date"`
	WithBody  int64 `json:"with_body"`
	// That name a document.
	WithNumber int64 `json:"with_number"`
	// How often one kind of fault was met in a run.
	Errors []FaultCount `json:"errors"`
}

// Stats: the size of the store.
type Stats struct {
	Pages int64 `json:"pages"`
	// Of kind article or document.
	Articles      int64 `json:"articles"`
	Documents     int64 `json:"documents"`
	HeldDocuments int64 `json:"held_documents"`
	Attachments   int64 `json:"attachments"`
	Captures      int64 `json:"captures"`
	Queued        int64 `json:"queued"`
	Failed        int64 `json:"failed"`
	// Not to be asked for, see store.Closed.
	Closed      int64     `json:"closed"`
	LastCapture time.Time `json:"last_capture"`
	Sequence    int64     `json:"sequence"`
}

// YearCount: how many articles were posted in a year.
type YearCount struct {
	Year     int64 `json:"year"`
	Articles int64 `json:"articles"`
}
