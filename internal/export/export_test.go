package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"

	"tracuu/internal/model"
)

// at is a moment that is another day in Vietnam than in UTC.
func at() time.Time { return time.Date(2026, 3, 17, 18, 30, 5, 0, time.UTC) }

func sample() Head {
	return Head{
		Title: "Chỉ tiêu",
		Columns: []Column{
			{"indicator", "Chỉ tiêu", Text},
			{"count", "Số lần", Integer},
			{"value", "Giá trị", Number},
			{"issued", "Ngày ban hành", Date},
			{"captured", "Chụp lúc", Time},
			{"url", "Địa chỉ", Link},
		},
		Question: "unit=%25&value=%3E%3D50", Filters: []string{"đơn vị là %", "giá trị từ 50"}, Time: at(),
		Coverage: []Holding{
			{Portal: "phuoc-dien", Name: "Huyện Phước Điền", Articles: 19, From: 2021, To: 2022, First: at(), Last: at()},
			{Portal: "tan-khe", Name: "Huyện Tân Khê", Articles: 2},
		},
	}
}

// rows hold what spoils tables: formulas, quotes, breaks, control characters,
// numbers at their ends, empty cells.
func rows() [][]any {
	issued := model.Date{Year: 2022, Month: 3, Day: 18}
	upper := 2.5
	return [][]any{
		{"tỷ lệ hộ nghèo, đa chiều", 3, 70.0, issued, at(), "https://a.gov.vn/?x=1&y=2"},
		{"=HYPERLINK(\"http://x\";\"y\")", int64(1 << 40), -0.1, model.Date{Year: 1890, Month: 1, Day: 2}, time.Time{}, ""},
		{"- Phấn đấu \"70%\"\ndòng hai", 0, &upper, model.Date{}, at(), "https://a.gov.vn/a"},
		{"", nil, (*float64)(nil), nil, nil, nil},
		{"-12.5", -4, math.NaN(), issued, at(), "@a"},
	}
}

func table(all [][]any) Table {
	return Table{Head: sample(), Rows: func(yield func([]any, error) bool) {
		for _, r := range all {
			if !yield(r, nil) {
				return
			}
		}
	}}
}

func written(t *testing.T, f Format, tab Table) *bytes.Buffer {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(f, &b, tab); err != nil {
		t.Fatal(err)
	}
	return &b
}

func TestCSV(t *testing.T) {
	b := written(t, CSV, table(rows()))
	text := b.String()
	if !strings.HasPrefix(text, "\uFEFF") || !strings.Contains(text, "\r\n") {
		t.Errorf("no byte order mark or no CRLF: %q", text[:20])
	}
	got, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\uFEFF"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Chỉ tiêu", "Số lần", "Giá trị", "Ngày ban hành", "Chụp lúc", "Địa chỉ"},
		{"tỷ lệ hộ nghèo, đa chiều", "3", "70", "2022-03-18", "2026-03-18 01:30:05", "https://a.gov.vn/?x=1&y=2"},
		{"'=HYPERLINK(\"http://x\";\"y\")", "1099511627776", "-0.1", "1890-01-02", "", ""},
		{"'- Phấn đấu \"70%\"\ndòng hai", "0", "2.5", "", "2026-03-18 01:30:05", "https://a.gov.vn/a"},
		{"", "", "", "", "", ""},
		{"-12.5", "-4", "", "2022-03-18", "2026-03-18 01:30:05", "'@a"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "70%": "70%", "a=b": "a=b", "-5": "-5", "+1e3": "+1e3", "Đạt": "Đạt",
		"=1+1": "'=1+1", "=5": "'=5", "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0", "@SUM(A1)": "'@SUM(A1)", "-2+3": "'-2+3",
		" =1": "' =1", "\t=1": "'\t=1", "\r\n=1": "'\r\n=1", "\u200b=1": "'\u200b=1", "＝1": "'＝1", "-": "-", "=": "=",
	} {
		if got := harmless(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestJSONL(t *testing.T) {
	got := written(t, JSONL, table(rows())).String()
	want := `{"indicator":"tỷ lệ hộ nghèo, đa chiều","count":3,"value":70,"issued":"2022-03-18","captured":"2026-03-18T01:30:05+07:00","url":"https://a.gov.vn/?x=1&y=2"}
{"indicator":"=HYPERLINK(\"http://x\";\"y\")","count":1099511627776,"value":-0.1,"issued":"1890-01-02","captured":null,"url":null}
{"indicator":"- Phấn đấu \"70%\"\ndòng hai","count":0,"value":2.5,"issued":null,"captured":"2026-03-18T01:30:05+07:00","url":"https://a.gov.vn/a"}
{"indicator":null,"count":null,"value":null,"issued":null,"captured":null,"url":null}
{"indicator":"-12.5","count":-4,"value":null,"issued":"2022-03-18","captured":"2026-03-18T01:30:05+07:00","url":"@a"}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for line := range strings.Lines(got) {
		if !json.Valid([]byte(line)) {
			t.Errorf("no JSON: %s", line)
		}
	}
}

func TestParquet(t *testing.T) {
	b := written(t, Parquet, table(rows()))
	file, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var names, types []string
	for _, f := range file.Schema().Fields() {
		names = append(names, f.Name())
		types = append(types, f.Type().String())
	}
	if diff := cmp.Diff([]string{"indicator", "count", "value", "issued", "captured", "url"}, names); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if types[0] != "STRING" || types[3] != "DATE" || !strings.HasPrefix(types[4], "TIMESTAMP(isAdjustedToUTC=true") {
		t.Errorf("types %q", types)
	}
	for key, want := range map[string]string{"tracuu.question": "unit=%25&value=%3E%3D50", "tracuu.time": "2026-03-18T01:30:05+07:00"} {
		if got, _ := file.Lookup(key); got != want {
			t.Errorf("%s is %q, want %q", key, got, want)
		}
	}
	var held []Holding
	coverage, _ := file.Lookup("tracuu.coverage")
	if err := json.Unmarshal([]byte(coverage), &held); err != nil || !cmp.Equal(held, sample().Coverage) {
		t.Errorf("coverage %q: %v", coverage, err)
	}
	reader := parquet.NewReader(file)
	defer reader.Close()
	got := make([]parquet.Row, 5)
	if n, err := reader.ReadRows(got); n != 5 || err != nil && !errors.Is(err, io.EOF) {
		t.Fatalf("%d rows, %v", n, err)
	}
	if r := got[0]; r[0].String() != "tỷ lệ hộ nghèo, đa chiều" || r[1].Int64() != 3 || r[2].Double() != 70 ||
		r[3].Int32() != 19069 || r[4].Int64() != at().UnixMilli() { // 19069 days from 1970 to 18/3/2022
		t.Errorf("first row %v", r)
	}
	for i := range 6 {
		if !got[3][i].IsNull() {
			t.Errorf("empty cell %d is %v", i, got[3][i])
		}
	}
}

func TestXLSX(t *testing.T) {
	f := opened(t, written(t, XLSX, table(rows())))
	got, err := f.GetRows(dataSheet)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Chỉ tiêu", "Số lần", "Giá trị", "Ngày ban hành", "Chụp lúc", "Địa chỉ"},
		{"tỷ lệ hộ nghèo, đa chiều", "3", "70", "18/03/2022", "18/03/2026 01:30:05", "https://a.gov.vn/?x=1&y=2"},
		{"=HYPERLINK(\"http://x\";\"y\")", "1099511627776", "-0.1", "02/01/1890"},
		{"- Phấn đấu \"70%\"\ndòng hai", "0", "2.5", "", "18/03/2026 01:30:05", "https://a.gov.vn/a"},
		nil,
		{"-12.5", "-4", "", "18/03/2022", "18/03/2026 01:30:05", "@a"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for cell, want := range map[string]excelize.CellType{"A3": excelize.CellTypeInlineString, "C2": excelize.CellTypeUnset, "D2": excelize.CellTypeUnset} {
		if typ, err := f.GetCellType(dataSheet, cell); typ != want && typ != excelize.CellTypeNumber || err != nil {
			t.Errorf("%s has type %v, %v", cell, typ, err)
		}
	}
	if raw, err := f.GetCellValue(dataSheet, "D2", excelize.Options{RawCellValue: true}); raw != "44638" || err != nil {
		t.Errorf("the date is stored as %q, %v", raw, err)
	}
	if formula, err := f.GetCellFormula(dataSheet, "A3"); formula != "" || err != nil {
		t.Errorf("text became the formula %q, %v", formula, err)
	}
	if panes, err := f.GetPanes(dataSheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || !strings.Contains(names[0].RefersTo, "$A$1:$F$6") {
		t.Errorf("filter %+v", names)
	}
	about, err := f.GetRows(infoSheet)
	if err != nil {
		t.Fatal(err)
	}
	said := fmt.Sprint(about)
	for _, want := range []string{"unit=%25", "đơn vị là %", "giá trị từ 50", "Số dòng 5", "18/03/2026 01:30:05", "Huyện Phước Điền phuoc-dien 19 2021-2022", "Huyện Tân Khê tan-khe 2", "Ngày ban hành issued"} {
		if !strings.Contains(said, want) {
			t.Errorf("the sheet does not say %q:\n%s", want, said)
		}
	}
}

func opened(t *testing.T, b *bytes.Buffer) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func TestFurtherSheets(t *testing.T) {
	var b bytes.Buffer
	x, err := newWorkbook(&b, sample(), 3) // a head and two rows
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows() {
		if err := x.Row(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	f := opened(t, &b)
	if diff := cmp.Diff([]string{"Dữ liệu", "Dữ liệu 2", "Dữ liệu 3", "Thông tin"}, f.GetSheetList()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if last, err := f.GetCellValue("Dữ liệu 3", "A2"); last != "-12.5" || err != nil {
		t.Errorf("the last row is %q, %v", last, err)
	}
}

func TestEmptyTables(t *testing.T) {
	for _, f := range Formats() {
		if b := written(t, f, table(nil)); b.Len() == 0 && f != JSONL {
			t.Errorf("%s without rows is empty", f)
		}
	}
}

func TestWrongCells(t *testing.T) {
	for _, f := range Formats() {
		for name, row := range map[string][]any{"type": {1, nil, nil, nil, nil, nil}, "number": {"a"}} {
			if _, err := Write(f, io.Discard, table([][]any{row})); err == nil || !strings.Contains(err.Error(), "row 1") {
				t.Errorf("%s: a row with a wrong %s of cells gives %v", f, name, err)
			}
		}
	}
	if _, err := New("docx", io.Discard, sample()); err == nil {
		t.Error("an unknown format opens")
	}
}

// many are rows made as they are asked for; each has some 400 bytes of text.
func many(n int) iter.Seq2[[]any, error] {
	filler := strings.Repeat("phấn đấu tỷ lệ hộ nghèo ", 10)
	return func(yield func([]any, error) bool) {
		for i := range n {
			row := []any{fmt.Sprintf("%d %s", i, filler), i, float64(i) / 3, model.Date{Year: 2000 + i%30, Month: 1, Day: 1}, at(), fmt.Sprintf("https://a.gov.vn/%d", i)}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// TestMemory exports 80 MB and looks at the heap meanwhile.
func TestMemory(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("writes 200,000 rows in each format")
	}
	const bound = 64 << 20
	for _, f := range Formats() {
		var before, now runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		tab := Table{Head: sample(), Rows: func(yield func([]any, error) bool) {
			i := 0
			for row, err := range many(200_000) {
				if i++; i%20_000 == 0 {
					runtime.GC()
					runtime.ReadMemStats(&now)
					if now.HeapAlloc > before.HeapAlloc+bound {
						t.Errorf("%s holds %d MB after %d rows", f, (now.HeapAlloc-before.HeapAlloc)>>20, i)
						return
					}
				}
				if !yield(row, err) {
					return
				}
			}
		}}
		if n, err := Write(f, io.Discard, tab); n != 200_000 || err != nil {
			t.Errorf("%s: %d rows, %v", f, n, err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, f := range Formats() {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			if _, err := Write(f, io.Discard, Table{Head: sample(), Rows: many(b.N)}); err != nil {
				b.Fatal(err)
			}
		})
	}
}
