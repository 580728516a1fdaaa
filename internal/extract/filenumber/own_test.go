package filenumber

import (
	"testing"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

func number(t *testing.T, s string) model.DocNumber {
	t.Helper()
	n, err := docnum.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestOf(t *testing.T) {
	const head = "ỦY BAN NHÂN DÂN\nHUYỆN MẪU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	scan := func(name, line string) File { return File{Name: name, Text: head + line, Scanned: true} }
	for name, tt := range map[string]struct {
		file File
		want string // canonical number, or type and number; "": open
		from Source
	}{
		"text layer":               {File{Name: "105_BC.pdf", Text: head + "Số: 106/BC-STC\nBÁO CÁO"}, "106/BC-STC", Text},
		"text layer, blank":        {File{Name: "3125 KH.pdf", Text: head + "Số: 3125 /KH-STC\tMẫu, ngày 1 tháng 2 năm 2019"}, "3125/KH-STC", Text},
		"a law":                    {File{Text: "QUỐC HỘI\nLuật số: 27/2001/QH10"}, "27/2001/QH10", Text},
		"a cited number is no own": {File{Text: head + "QUY CHẾ\nCăn cứ Nghị định\nSố: 64/2014/NĐ-CP"}, "", ""},
		"number not filled in":     {File{Name: "77BC.pdf", Text: head + "Số:      /BC-STC"}, "77/BC-STC", Name},

		"OCR reads the symbol":       {scan("220BCUB_2019.PDF", "Số: đ@#@O/BC - UBND Mẫu, ngày tháng 7"), "220/BC-UBND", Name},
		"OCR invents digits":         {scan("51PTN_2019.PDF", "Số: 54 /CV-TNMT _ Mẫu, ngày"), "51/CV-TNMT", Name},
		"no slash read":              {scan("522NC_2019.PDF", "Số: UBND -NC Mẫu lấp, ngày"), "522/UBND-NC", Name},
		"year in the number":         {scan("092019NQ-HDND_2019.PDF", "Số: đ/2019/NQ-HĐND Mẫu"), "9/2019/NQ-HĐND", Name},
		"year, without OCR":          {File{Name: "092019NQ-HDND_2019.PDF", Scanned: true}, "9/2019/NQ-HĐND", Name},
		"code first":                 {scan("TXL_08_TNMT_2019.PDF", "Số:.86../TXL-TNMT Mẫu"), "8/TXL-TNMT", Name},
		"small letters":              {scan("01Gm_2019.PDF", "Số: 01/GM-BTCD"), "1/GM-BTCD", Name},
		"whole symbol in the name":   {File{Name: "3021-QD-UBND_To_chuc_20190603.pdf", Scanned: true}, "3021/QĐ-UBND", Name},
		"a symbol of its own":        {scan("162-BTCD_a b.pdf", "Số:đ /BTCD"), "162/BTCD", Name},
		"signed":                     {File{Name: "144BCUBsigned_2019.pdf", Scanned: true}, "BC 144", Name},
		"behind a stamp of time":     {scan("2016123094447_qd-1120.pdf", "Số: /QĐ-UBND"), "1120/QĐ-UBND", Name},
		"OCR agrees with the name":   {scan("02-btp.signed thong tu 02 2022.pdf", "Số: 02/2022/TT-BTP Hà Nội"), "2/2022/TT-BTP", Name},
		"OCR alone":                  {scan("lich tuan.pdf", "Số: 33/TB-UBND"), "", ""},
		"another type":               {scan("12TB_2019.pdf", "Số: /BC-UBND"), "", ""},
		"a week":                     {scan("tuần 24.pdf", "Số:2 /LCT-UBND"), "", ""},
		"households":                 {scan("13_ho_dan_2019.pdf", "Số: /UBND-NC"), "", ""},
		"months":                     {scan("bc 5 thang.pdf", "Số: /BC-UBND"), "", ""},
		"a year":                     {scan("2019 BC.pdf", "Số: 7/BC-UBND"), "", ""},
		"a regulation put in effect": {scan("QCTCD_2019.PDF", "QUY CHẾ\n(Ban hành kèm theo Quyết định số 31/QĐ-UBND)"), "", ""},

		"words of the link": {File{Name: "x.pdf", Link: "Kế hoạch số 52/KH-UBND ngày 18/3/2022", Scanned: true}, "52/KH-UBND", Link},
		"two in the link":   {File{Name: "x.pdf", Link: "52/KH-UBND thay 51/KH-UBND", Scanned: true}, "", ""},
		"the article":       {File{Name: "x.pdf", Announced: []model.DocNumber{number(t, "52/KH-UBND")}, Scanned: true}, "52/KH-UBND", Article},
		"the article errs":  {File{Name: "x.pdf", Announced: []model.DocNumber{number(t, "52/KH-UBND")}, Text: "Số: 7/TB-UBND", Scanned: true}, "", ""},
		"nothing":           {File{}, "", ""},
	} {
		own, ok := Of(tt.file)
		got := own.Number.Canonical
		if got == "" && ok {
			got = own.Number.Type + " " + own.Number.No
		}
		if got != tt.want || ok != (tt.want != "") || own.Source != tt.from {
			t.Errorf("%s: got %q from %q, want %q from %q", name, got, own.Source, tt.want, tt.from)
		}
	}
}
