package export

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/require"
)

// saved writes a table into a file of the test's folder.
func saved(t *testing.T, f Format, tab Table) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bang."+string(f))
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Write(f, file, tab); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestArrowReadsParquet(t *testing.T) {
	python := require.Python(t, "pyarrow")
	all := rows()
	for row := range many(70_000) { // more than one row group
		all = append(all, row)
	}
	out, err := exec.CommandContext(t.Context(), python, "testdata/read_parquet.py", saved(t, Parquet, table(all))).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var got struct {
		Types, Metadata, First map[string]string
		Names                  []string
		Groups, Rows           int
		Nulls                  []int
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if got.Rows != 70_005 || got.Groups < 3 {
		t.Errorf("%d rows in %d groups", got.Rows, got.Groups)
	}
	types := map[string]string{
		"indicator": "string", "count": "int64", "value": "double", "issued": "date32[day]",
		"captured": "timestamp[ms, tz=UTC]", "url": "string",
	}
	first := map[string]string{
		"indicator": "tỷ lệ hộ nghèo, đa chiều", "count": "3", "value": "70.0", "issued": "2022-03-18",
		"captured": "2026-03-17 18:30:05+00:00", "url": "https://a.gov.vn/?x=1&y=2",
	}
	if diff := cmp.Diff(types, got.Types); diff != "" {
		t.Errorf("types (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(first, got.First); diff != "" {
		t.Errorf("first row (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{1, 1, 2, 2, 2, 2}, got.Nulls); diff != "" {
		t.Errorf("empty cells (-want +got):\n%s", diff)
	}
	if got.Metadata["tracuu.filters"] != "đơn vị là %\ngiá trị từ 50" || got.Names[0] != "indicator" || got.Names[5] != "url" {
		t.Errorf("metadata %q, columns %q", got.Metadata, got.Names)
	}
}

// TestOfficeReadsXLSX opens the workbook in LibreOffice and saves its sheets as
// CSV.
func TestOfficeReadsXLSX(t *testing.T) {
	office := require.Program(t, "libreoffice")
	path := saved(t, XLSX, table(rows()))
	dir := t.TempDir()
	// Of the filter's options: comma, quote, UTF-8, from the first line, …, cells
	// as shown, and every sheet into a file of its own.
	to := `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1`
	cmd := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", to, "--outdir", dir, path)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, about := sheet(t, dir, dataSheet), sheet(t, dir, infoSheet)
	want := [][]string{
		{"Chỉ tiêu", "Số lần", "Giá trị", "Ngày ban hành", "Chụp lúc", "Địa chỉ"},
		{"tỷ lệ hộ nghèo, đa chiều", "3", "70", "18/03/2022", "18/03/2026 01:30:05", "https://a.gov.vn/?x=1&y=2"},
		{"=HYPERLINK(\"http://x\";\"y\")", "1099511627776", "-0.1", "02/01/1890", "", ""},
		{"- Phấn đấu \"70%\"\ndòng hai", "0", "2.5", "", "18/03/2026 01:30:05", "https://a.gov.vn/a"},
		{"", "", "", "", "", ""},
		{"-12.5", "-4", "", "18/03/2022", "18/03/2026 01:30:05", "@a"},
	}
	if diff := cmp.Diff(want, data); diff != "" {
		t.Errorf("data (-want +got):\n%s", diff)
	}
	if about[0][0] != "Chỉ tiêu" || about[2][1] != sample().Question || about[5][1] != "5" {
		t.Errorf("information %q", about)
	}
}

// sheet reads the file that LibreOffice made of one sheet.
func sheet(t *testing.T, dir, name string) [][]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, "bang-"+name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(string(raw))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return records
}
