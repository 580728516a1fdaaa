// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

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

// Chip: one thing that was understood of the typed text, for people to see and to switch off. What is off was read as plain words.
type Chip struct {
	// One of: type; number; symbol; year (Or the day); place; filter (Or an exclusion).
	Kind string `json:"kind"`
	// Vietnamese: "loại: Kế hoạch".
	Label string `json:"label"`
	// KH.
	Value string `json:"value"`
	Off   bool   `json:"off"`
	// The same question with this chip the other way round, as the parameters q and off. A filter is taken out of q.
	Without string `json:"without"`
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

// Expr: a condition. Value names a value of a field when it is that value; where no record has it, when both are the same folded (ubnd huyen cang long); and where none is, when its syllables stand in that value side by side (nơi:"Càng Long" is huyện Càng Long, tỉnh Trà Vinh).
type Expr struct {
	// One of: and (All of Of hold); or (One of Of holds); not (The one in Of does not hold); words (All syllables of Text stand in the record, accents aside); phrase (They stand side by side); is (Field has a value that Value names; see Expr); in (Field (Year, Day) has a value from From to To).
	Op string `json:"op"`
	// A condition. Value names a value of a field when it is that value; where no record has it, when both are the same folded (ubnd huyen cang long); and where none is, when its syllables stand in that value side by side (nơi:"Càng Long" is huyện Càng Long, tỉnh Trà Vinh).
	Of   []Expr `json:"of"`
	Text string `json:"text"`
	// One of: type (Code of the type of document: KH); issuer (Name of the issuing body: UBND huyện Càng Long); level (Of the issuing body; see Levels); place (Administrative unit with those that hold it: huyện Càng Long, tỉnh Trà Vinh); year (Of issue, or of the posting); day (Of issue or posting, as the number 20220318); portal (Id); topic (Field of administration; data/rules/topics.txt); file ("yes" when a file hangs on the page); state (Held, listed or cited: model.Status of the document).
	Field string `json:"field"`
	Value string `json:"value"`
	// 0: open.
	From int64 `json:"from"`
	// 0: open.
	To int64 `json:"to"`
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

// LookupAnswer: what a number may mean.
type LookupAnswer struct {
	// The words as understood, cleaned.
	Text string `json:"text"`
	// Null when no number was typed.
	Number *Number `json:"number"`
	// What fits the number; near ones when nothing does.
	Lookups []Found `json:"lookups"`
	// Beside those that fit: same number, but type, year or place differ.
	Near []Found `json:"near"`
}

// Note: tells that a part of a typed text was read as plain words, or left out, and why.
type Note struct {
	// As typed; empty when it is no single part.
	Part string `json:"part"`
	// A sentence for people, in Vietnamese.
	Text string `json:"text"`
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

// Part: a piece of a label.
type Part struct {
	Text string `json:"text"`
	// It was typed.
	Match bool `json:"match"`
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

// Suggestions: suggestions completes what is being typed.
type Suggestions struct {
	// Best first.
	Suggestions []Suggestion `json:"suggestions"`
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
