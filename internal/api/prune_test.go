package api

import (
	"encoding/json"
	"net/url"
	"reflect"
	"testing"

	"tracuu/internal/model"
)

type sampleInner struct {
	Name string     `json:"name"`
	Day  model.Date `json:"day"`
	model.Span
}

type sampleOuter struct {
	Total  int                    `json:"total"`
	Inner  *sampleInner           `json:"inner"`
	Inners []sampleInner          `json:"inners"`
	ByID   map[string]sampleInner `json:"by_id"`
}

func TestChoose(t *testing.T) {
	inner := sampleInner{"a<b", model.Date{Year: 2022, Month: 3, Day: 18}, model.Span{Start: 1, End: 2}}
	whole, err := json.Marshal(sampleOuter{1, &inner, []sampleInner{inner, inner}, map[string]sampleInner{"x": inner}})
	if err != nil {
		t.Fatal(err)
	}
	shape := shapeOf(reflect.TypeFor[sampleOuter]())
	for fields, want := range map[string]string{
		"total":                      `{"total":1}`,
		"inner.end,total":            `{"total":1,"inner":{"end":2}}`,
		"inner.name, inner.start":    `{"inner":{"name":"a\u003cb","start":1}}`,
		"inner,inner.name":           `{"inner":{"name":"a\u003cb","day":"2022-03-18","start":1,"end":2}}`,
		"inner.name,inner":           `{"inner":{"name":"a\u003cb","day":"2022-03-18","start":1,"end":2}}`,
		"inners.day":                 `{"inners":[{"day":"2022-03-18"},{"day":"2022-03-18"}]}`,
		"by_id.x.day":                `{"by_id":{"x":{"day":"2022-03-18"}}}`,
		"by_id.y.day":                `{"by_id":{}}`,
		"by_id.*.day":                `{"by_id":{"x":{"day":"2022-03-18"}}}`,
		"":                           "",
		"inner.nam":                  "",
		"inner.day.year":             "",
		"inners.0.day":               "",
		"total,":                     "",
		".":                          "",
		"Total":                      "",
		"by_id.":                     "",
		"span.start":                 "",
		"inner.name\x00":             "",
		"inner.name.inner.name.name": "",
	} {
		chosen, problem := choose(shape, url.Values{fieldsName: {fields}})
		if (problem != nil) != (want == "") {
			t.Errorf("%q: %v", fields, problem)
		}
		if problem != nil {
			continue
		}
		got, err := chosen.prune(whole)
		if err != nil || string(got) != want {
			t.Errorf("%q: %s (%v), want %s", fields, got, err, want)
		}
	}
}
