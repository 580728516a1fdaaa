package crawler

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
)

func TestLineSaysNullForWhatIsNotKnown(t *testing.T) {
	issued, _ := model.NewDate(2022, 3, 18)
	seventy := 70.0
	a := &model.Article{
		Kind: model.KindArticle, Title: "Kế hoạch <năm> 2022", Text: "Kế hoạch <năm> 2022\n…", Published: issued,
		Facts: model.Facts{
			Mentions: []model.Mention{
				{
					Evidence: model.Evidence{Quote: "Kế hoạch số 52/KH-UBND", Span: model.Span{Start: 3, End: 30}},
					Number:   model.DocNumber{Type: "KH", No: "52", Symbol: "KH-UBND", Canonical: "52/KH-UBND"},
					Issued:   issued, Issuer: "UBND huyện An Phú Đông", Role: model.Announced,
				},
				{Number: model.DocNumber{Type: "CT", No: "15"}, Role: model.Cited},
			},
			Relations: []model.Relation{
				{Type: model.Implements, From: model.Page, To: 1},
				{Type: model.Replaces, From: 0, To: 1},
			},
			Targets: []model.Target{{Indicator: "tỷ lệ", Op: model.AtLeast, Value: &seventy, Unit: "%"}},
		},
	}
	var out bytes.Buffer
	if err := newLine("a/b.html", a).write(&out); err != nil {
		t.Fatal(err)
	}
	want := `{"page":"a/b.html","kind":"article","title":"Kế hoạch <năm> 2022","published":"2022-03-18","author":null,` +
		`"numbers":[{"quote":"Kế hoạch số 52/KH-UBND","type":"KH","no":"52","year":null,"symbol":"KH-UBND","canonical":"52/KH-UBND",` +
		`"issued":"2022-03-18","issuer":"UBND huyện An Phú Đông","role":"announced","start":3,"end":30},` +
		`{"quote":"","type":"CT","no":"15","year":null,"symbol":null,"canonical":null,"issued":null,"issuer":null,"role":"cited","start":0,"end":0}],` +
		`"dates":[],"targets":[{"quote":"","indicator":"tỷ lệ","op":">=","value":70,"value_to":null,"unit":"%","due":null}],` +
		`"relations":[{"from":null,"to":"CT 15","type":"implements","quote":""},{"from":"52/KH-UBND","to":"CT 15","type":"replaces","quote":""}],` +
		`"assignments":[],"issuer":null,"place":null,"text":"Kế hoạch <năm> 2022\n…"}` + "\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
	if !json.Valid(out.Bytes()) {
		t.Error("not JSON")
	}
}
