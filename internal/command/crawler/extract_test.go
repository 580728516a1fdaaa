package crawler_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestExtractWalksFoldersInOrder(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const menu = "Đường dây nóng của huyện không đổi"
	for i := range 12 {
		put(fmt.Sprintf("huyen/bai-%02d/index.html", i), fmt.Sprintf(
			"<html><body><div>%s</div><h1>Việc số %d</h1><p>Thực hiện Kế hoạch số %d/KH-UBND ngày 18/3/2022.</p></body></html>", menu, i, 100+i))
	}
	put("huyen/van-ban.txt", "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.")
	put("khac/anh.png", "\x89PNG")
	put("khac/trang.htm", "")

	got := run(t, "extract", "--format", "jsonl", dir+"/", filepath.Join(dir, "huyen", "van-ban.txt"))
	if got.status != 0 {
		t.Fatalf("%+v", got)
	}
	var pages []string
	for l := range strings.Lines(got.out) {
		var line struct {
			Page, Text string
			Numbers    []struct{ Canonical string }
		}
		if err := json.Unmarshal([]byte(l), &line); err != nil {
			t.Fatalf("%s: %v", l, err)
		}
		pages = append(pages, strings.TrimPrefix(line.Page, dir+"/"))
		if strings.Contains(line.Text, menu) {
			t.Errorf("%s: the menu is part of the text", line.Page)
		}
		if strings.Contains(line.Page, "huyen") && len(line.Numbers) != 1 {
			t.Errorf("%s: numbers %v", line.Page, line.Numbers)
		}
	}
	var want []string
	for i := range 12 {
		want = append(want, fmt.Sprintf("huyen/bai-%02d/index.html", i))
	}
	want = append(want, "huyen/van-ban.txt", "khac/trang.htm", filepath.Join("huyen", "van-ban.txt"))
	if diff := cmp.Diff(want, pages); diff != "" {
		t.Error(diff)
	}
}
