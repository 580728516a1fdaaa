//go:build !race

package journey

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sameRows compares the rows of a table's page with those of the API and of the
// XLSX file that the page leads to.
func sameRows(p *tabPage) {
	p.t.Helper()
	shown := eval[[]string](p, `[...document.querySelectorAll("td.wide > a:first-child")].map((a) => a.textContent)`)
	if len(shown) == 0 {
		p.t.Fatalf("%s: no rows", p.where())
	}
	var answer struct {
		Targets []struct {
			Quote string `json:"quote"`
		} `json:"targets"`
		Total int `json:"total"`
	}
	link := func(selector string) string {
		return eval[string](p, `document.querySelector(`+quoted(selector)+`).href`)
	}
	if err := json.Unmarshal(fetch(p.t, link(`.tools a[href^="/api/"]`)), &answer); err != nil {
		p.t.Fatal(err)
	}
	var told []string
	for _, r := range answer.Targets {
		told = append(told, r.Quote)
	}
	if !slices.Equal(shown, told) {
		p.t.Errorf("the page has %q, the API %q", shown, told)
	}
	rows, about := sheet(p.t, fetch(p.t, link(`.tools a[href*="format=xlsx"]`)))
	if len(rows) != answer.Total || !slices.Equal(rows[:min(len(rows), len(shown))], shown) {
		p.t.Errorf("the file has %d rows of %d, the first %q", len(rows), answer.Total, rows[:min(len(rows), 3)])
	}
	for _, want := range []string{"value=%3E%3D10", "Trang thông tin điện tử huyện Krông Nô"} {
		if !strings.Contains(about, want) {
			p.t.Errorf("the file does not tell %q of itself:\n%s", want, about)
		}
	}
}

// sheet reads the sentences of an XLSX file and what it tells of itself.
func sheet(t *testing.T, data []byte) (quotes []string, about string) {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for i, name := range file.GetSheetList() {
		rows, err := file.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			for _, row := range rows {
				about += strings.Join(row, "\t") + "\n"
			}
			continue
		}
		at := slices.Index(rows[0], "Nguyên văn")
		for _, row := range rows[1:] {
			quotes = append(quotes, row[at])
		}
	}
	return quotes, about
}
