// Code generated from the OpenAPI document by go test ./internal/api -update; DO NOT EDIT.

package client

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
