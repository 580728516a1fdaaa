package msdoc

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/attachment/msdoc/msdoctest"
	"tracuu/internal/attachment/ole/oletest"
)

type part = msdoctest.Part

func TestRead(t *testing.T) {
	cell := func(s string) part { return part{Text: s, InTable: true} }
	rowEnd := part{Text: "\a", InTable: true, RowEnd: true}
	for name, tt := range map[string]struct {
		parts []part
		want  string
	}{
		"paragraphs":      {[]part{{Text: "Số: 52/KH-UBND\r"}, {Text: "KÕ ho¹ch\r", Latin: true}}, "Số: 52/KH-UBND\nKÕ ho¹ch\n"},
		"fonts by run":    {[]part{{Text: "Sè ", Font: ".VnTime"}, {Text: "52/Qà "}, {Text: "qu¶n lý\r", Font: ".VnTimeH"}}, "Số 52/Qà QUẢN LÝ\n"},
		"font of a style": {[]part{{Text: "Keá hoaïch\r", Font: "VNI-Times", Style: true}}, "Kế hoạch\n"},
		"a soft hyphen":   {[]part{{Text: "\x1fu ®·i\r", Font: ".VnTime"}}, "ưu đãi\n"},
		"table": {
			[]part{cell("TT\aChỉ tiêu\a\a"), rowEnd, cell("1\aTỷ lệ\rhộ nghèo\a2 %\a"), rowEnd, {Text: "sau\r"}},
			"TT\tChỉ tiêu\n1\tTỷ lệ hộ nghèo\t2 %\nsau\n",
		},
		"head in a table": {[]part{cell("UBND\rSố: 5\aCỘNG HÒA\vĐộc lập\a"), rowEnd}, "UBND\nSố: 5\nCỘNG HÒA\nĐộc lập\n"},
		"fields":          {[]part{{Text: "xem \x13 HYPERLINK \"x\" \x14Điều 5\x15 và\x13 PAGE \x15.\r"}}, "xem Điều 5 và.\n"},
		"deleted":         {[]part{{Text: "mới"}, {Text: "cũ", Deleted: true}, {Text: "\r"}}, "mới\n"},
		"pages, hyphen":   {[]part{{Text: "một\r\f68\x1eKH/HU\r"}}, "một\n\f68-KH/HU\n"},
		"beyond the BMP":  {[]part{{Text: "𝄞\r"}}, "𝄞\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read(t.Context(), msdoctest.File(tt.parts...), 1000)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestUnreadable(t *testing.T) {
	whole := msdoctest.File(part{Text: "Số\r"})
	patched := func(at int, b ...byte) []byte {
		main := bytes.Index(whole, []byte{0xEC, 0xA5, 0xC1, 0})
		c := bytes.Clone(whole)
		copy(c[main+at:], b)
		return c
	}
	for name, tt := range map[string]struct {
		body []byte
		want error
	}{
		"encrypted":         {patched(0x0A, 0, 3), ErrEncrypted},
		"Word 95":           {patched(2, 0x68, 0), ErrOld},
		"piece table away":  {patched(0x1A2, 0xFF, 0xFF, 0xFF, 0x7F), errDamaged},
		"another container": {oletest.File(oletest.Stream{Name: "WordDocument", Body: []byte("x")}, oletest.Stream{Name: "0Table"}), errDamaged},
	} {
		if _, err := Read(t.Context(), tt.body, 1000); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Read(ctx, whole, 1000); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
