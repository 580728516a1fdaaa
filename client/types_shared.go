// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

import "time"

// Assignment: a task that a document gives to an agency. Agency and Partners are as printed; Due is zero when no deadline with a year is stated.
type Assignment struct {
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
	Due string `json:"due"`
}

// Attachment: a file linked from an article.
type Attachment struct {
	URL string `json:"url"`
	// Words of the link, or the file name.
	Name      string `json:"name"`
	MediaType string `json:"media_type"`
	// One of: unfetched (Linked, not fetched yet); read (Its text is here); unread (Fetched; Reason tells why there is no text); missing (Could not be fetched; Reason tells why).
	State  string `json:"state"`
	Reason string `json:"reason"`
	Text   string `json:"text"`
	// Why text is missing; "" when it is whole. One of: scan (Pages are pictures and have not been read); unsupported (Of a format that no reader knows); too-large; damaged; encrypted; no-text; timeout; no-file (Empty, or a web page in the place of the file); other (Not of the file: the reader did not run).
	Fault     string `json:"fault"`
	CaptureID string `json:"capture_id"`
}

// Capture: the bytes of one response at one time and where they are kept.
type Capture struct {
	// The UUID of the WARC record.
	ID  string `json:"id"`
	URL string `json:"url"`
	// UTC.
	Time   time.Time `json:"time"`
	Status int64     `json:"status"`
	// As the server said.
	MediaType string `json:"media_type"`
	// Of the body as stored, hex.
	SHA256 string `json:"sha256"`
	// Name inside the archive folder.
	File string `json:"file"`
	// Of the record in the compressed file.
	Offset int64 `json:"offset"`
	// Of the record, compressed.
	Length int64 `json:"length"`
}

// DateFact: a day or a period that the text names. A day has From = To.
type DateFact struct {
	// Article.Text[Start:End], word for word.
	Quote string `json:"quote"`
	Start int64  `json:"start"`
	End   int64  `json:"end"`
	// Id of the rule that saw it.
	Rule string `json:"rule"`
	// 0 to 1, given by the rule.
	Confidence float64 `json:"confidence"`
	// A civil day without time or zone. The zero Date means "not known".
	From string `json:"from"`
	// A civil day without time or zone. The zero Date means "not known".
	To string `json:"to"`
}

// DocNumber: the number of an official document as its parts. Canonical has no leading zeros, no spaces, Đ for every look-alike, official case and separators in official order: 52/KH-UBND, 15/2020/NĐ-CP, 68-KH/HU, 45/2019/QH14. It is empty for a bare mention ("Chỉ thị số 15"), which has a type and a number only.
type DocNumber struct {
	// Code: KH, CT, NQ, QĐ, CV …; empty when not stated.
	Type string `json:"type"`
	// Without leading zeros, may end in a letter: "1a".
	No string `json:"no"`
	// Only when the year is part of the number.
	Year      int64  `json:"year"`
	Symbol    string `json:"symbol"`
	Canonical string `json:"canonical"`
}

// Presence: tells when a page was there. A page is gone when its server has said so (404, 410) on different days and never shown it in between; errors and silence say nothing. The text of a page that is gone stays.
type Presence struct {
	// UTC.
	LastObserved time.Time `json:"last_observed"`
	// Zero: it is there as far as is known.
	MissingSince time.Time `json:"missing_since"`
	Gone         bool      `json:"gone"`
}

// Relation: relation joins two mentions of one article. From and To are indexes into Facts.Mentions; From may be Page. The evidence is the sentence.
type Relation struct {
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
	From int64  `json:"from"`
	To   int64  `json:"to"`
}

// Revision: what one capture of a page changed in its text.
type Revision struct {
	// That shows the new text.
	CaptureID string `json:"capture_id"`
	// Newest capture of the text before.
	BeforeID string `json:"before_id"`
	// Of the new capture, UTC.
	Time time.Time `json:"time"`
	// Before.
	Title string `json:"title"`
	// Lines, in reading order.
	Removed []string `json:"removed"`
	Added   []string `json:"added"`
}

// Span: a half-open range [Start, End) of bytes of Article.Text.
type Span struct {
	Start int64 `json:"start"`
	End   int64 `json:"end"`
}

// Target: a goal to be reached. Value is null for a qualitative one, ValueTo is set for a range only. Due is ISO: a year, a month or a day. Family joins indicators that are printed in different words; Value × Factor is in the base of Quantity, so that "1,5 tỷ đồng" and "1.500 triệu đồng" compare. Place and Group say for whom the goal is set, when its clause does.
type Target struct {
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
	Group string `json:"group"`
}
