package search_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestExportToStandardOutput(t *testing.T) {
	dir := folder(t)
	for _, tt := range []struct {
		args []string
		want string // a cell of the second line
	}{
		{[]string{"targets", "--unit", "%", "--value", ">=50"}, "tổ chức hội hoàn thành xuất sắc nhiệm vụ"},
		{[]string{"assignments", "--agency", "tai nguyen", "--sort=-due"}, "Phòng Tài nguyên và Môi trường"},
		{[]string{"missing", "--type", "KH", "--issuer", "ubnd tỉnh"}, "613/KH-UBND"},
	} {
		code, out, problems := run(t, append(append([]string{"export"}, tt.args...), "--data", dir)...)
		records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\uFEFF"))).ReadAll()
		if code != 0 || err != nil || len(records) != 2 || records[1][0] != tt.want || !strings.Contains(problems, "1 dòng") {
			t.Errorf("%q: exit %d, %v, %s\n%s", tt.args, code, err, problems, out)
		}
	}
}

func TestExportOfAQuestion(t *testing.T) {
	dir := folder(t)
	code, out, problems := run(t, "export", "search", "rác thải nhựa", "--data", dir)
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\uFEFF"))).ReadAll()
	if code != 0 || err != nil || len(records) < 2 || !strings.Contains(out, "Chống rác thải nhựa") {
		t.Errorf("exit %d, %v, %s\n%s", code, err, problems, out)
	}
	if code, _, problems := run(t, "export", "search", "x", "--sort", "hay", "--data", dir); code != 1 || !strings.Contains(problems, "sort") {
		t.Errorf("exit %d: %s", code, problems)
	}
}

// TestExportToFile writes beside a running serve, which holds the index.
func TestExportToFile(t *testing.T) {
	dir := folder(t)
	s := start(t, "serve", "--data", dir, "--listen", "127.0.0.1:0")
	defer s.stop()
	path := filepath.Join(t.TempDir(), "chỉ tiêu.xlsx")
	if code, out, problems := run(t, "export", "targets", "--data", dir, "-o", path); code != 0 || out != "" {
		t.Fatalf("exit %d: %s%s", code, out, problems)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if value, err := f.GetCellValue("Dữ liệu", "C2"); value != "70" || err != nil {
		t.Errorf("the value is %q, %v", value, err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files are left, %v", len(entries), err)
	}
}

func TestExportProblems(t *testing.T) {
	dir := folder(t)
	missing := filepath.Join(dir, "none", "a.csv")
	for name, tt := range map[string]struct {
		args []string
		want string
	}{
		"format":  {[]string{"targets", "--format", "docx"}, "parquet"},
		"ending":  {[]string{"targets", "-o", "a.doc"}, "parquet"},
		"value":   {[]string{"targets", "--value", "nhiều"}, "value"},
		"folder":  {[]string{"targets", "-o", missing}, missing},
		"type":    {[]string{"missing", "--type", "XYZ"}, "loại văn bản"},
		"nothing": {nil, "search --help"},
	} {
		code, _, problems := run(t, append(append([]string{"export"}, tt.args...), "--data", dir)...)
		if code != 1 || !strings.Contains(problems, tt.want) {
			t.Errorf("%s: exit %d, %q does not say %q", name, code, problems, tt.want)
		}
	}
}
