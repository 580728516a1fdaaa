package rtf

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const fonts = `{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603}Times New Roman;}{\f1\fnil\fcharset0 .VnTime{\*\falt x};}` +
	`{\f2\fnil\fcharset0 .VnTimeH;}{\f3\fcharset163 Arial;}{\f4\fnil VNI-Times;}}`

func TestRead(t *testing.T) {
	for name, tt := range map[string]struct{ body, want string }{
		"unicode":        {`\uc1 S\u7889? 52/K\u-10?H\par{\uc0 \u272}i\u7873?u 5\par`, "Số 52/K￶H\nĐiều 5\n"},
		"pair":           {`\uc0\u-10188\u-8930`, "𝄞\n"},
		"fonts":          {`\f1 S\'e8 \f0 K\'d5 {\f2 qu\'b6n} l\'fd\par`, "Số KÕ QUẢN lý\n"},
		"vni":            {`\f4 Ke\'e1 hoa\'efch\par`, "Kế hoạch\n"},
		"windows-1258":   {`\f3 S\'f4\'ec\par`, "Sô\u0301\n"},
		"a soft hyphen":  {`\f1 \-u \'ae\'b7i\par`, "ưu đãi\n"},
		"destinations":   {`{\info{\title không}}{\*\generator x;}{\header đầu trang}{\stylesheet{\s0 a;}}a{\v ẩn}{\*\shpinst{\sp{\sn x}}{\shptxt hop\par}}{\pict ffd8}b\par`, "ahop\nb\n"},
		"field":          {`{\field{\*\fldinst{HYPERLINK "x"}}{\fldrslt{\'53\'f4}}} 5\par`, "Sô 5\n"},
		"table":          {`\trowd\pard\intbl TT\cell T\par n\cell 1\cell\row\trowd\pard\intbl 2\cell 3\cell\row\pard sau\par`, "TT\tT n\t1\n2\t3\nsau\n"},
		"head":           {`\trowd\intbl UBND\line So: 5\cell CONG HOA\cell\row`, "UBND\nSo: 5\nCONG HOA\n"},
		"breaks, signs":  {`a\line b\tab c\~d\_e\page f\endash\{g\}\\` + "\r\n" + `h\bin3 {{{i`, "a\nb\tc\u00a0d-e\n\ff–{g}\\hi\n"},
		"breaks off":     {`a\par{\b b`, "a\nb\n"},
		"hidden, plain":  {`{\v a\plain b}{\deleted c}d`, "bd\n"},
		"unknown number": {`\u99999999999999999999?a\f99 b\ansicpg99 c`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read(t.Context(), []byte(`{\rtf1\ansi\ansicpg1252\deff0`+fonts+tt.body+`}`), 1000)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); tt.want != "" && diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHostile(t *testing.T) {
	if _, err := Read(t.Context(), []byte(`{\rtf1`+strings.Repeat("{", 2*maxGroups)), 100); !errors.Is(err, ErrDepth) {
		t.Errorf("deep: %v", err)
	}
	if text, err := Read(t.Context(), []byte(`{\rtf1 `+strings.Repeat("a", 100_000)), 100); err != nil || len(text) > 100_000 {
		t.Errorf("long: %d bytes, %v", len(text), err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Read(ctx, []byte(`{\rtf1 a}`), 100); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
