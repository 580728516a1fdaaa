package crawler

import (
	"bytes"
	"strings"
	"testing"
)

// The lines are authored in the form of the legal code.
func TestEvaluateSources(t *testing.T) {
	sum := sourceSummary{seen: map[string]bool{}}
	for _, line := range []string{
		"Điều 2 Nghị định số 912/2011/NĐ-CP, có hiệu lực thi hành kể từ ngày 26/03/2011",
		"Điều 1 Thông tư số 936/2016/TT-BTTTT Quy định việc cấp phép trồng cây cảnh ngày 26/12/2016 của Bộ Thông tin và Truyền thông, có hiệu lực thi hành kể từ ngày 15/02/2017",
		"<em>Điều 3 Thông tư liên tịch số 905/2014/TTLT-BTC-BNV Sửa đổi Nghị định số 911/2012/NĐ-CP ngày 01/02/2012 của Chính phủ về cây cảnh ngày 03/04/2014 của Bộ Tài chính và Bộ Nội vụ, có hiệu lực thi hành kể từ ngày 01/06/2014</em>",
		"Điều 4 Pháp lệnh Về cây cảnh, có hiệu lực thi hành kể từ ngày 01/06/1993", // no number: not counted
	} {
		sum.add(line)
	}
	if sum.numbered != 3 || sum.number != 3 || sum.full != 2 || sum.all != 2 || sum.misdated != 0 {
		t.Errorf("got %+v", sum)
	}
	sum.add("Điều 2 Thông tư số xyz 5/2011/TT-BTC, có hiệu lực thi hành kể từ ngày 26/03/2011")
	var out bytes.Buffer
	if err := sum.print(&out, 1); err != nil || !strings.Contains(out.String(), "100.000 %") {
		t.Errorf("print: %v\n%s", err, out.String())
	}
}

func TestEvaluateRegister(t *testing.T) {
	cells, err := readColumn(strings.NewReader("id,so_ky_hieu\n1,0052/KH-UBND\n2,\n3,12 /QÐ-UBND\n4,số mười\n"), registerColumn)
	if err != nil || len(cells) != 3 {
		t.Fatalf("cells %q, %v", cells, err)
	}
	var out bytes.Buffer
	if err := reportRegister(&out, cells, -1); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`odd spelling: "12 /QÐ-UBND" is 12/QĐ-UBND`, `failure: "số mười"`, "2 of      3"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	if _, err := readColumn(strings.NewReader("id\n1\n"), registerColumn); err == nil {
		t.Error("a register without the column is read")
	}
}
