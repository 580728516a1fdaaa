package odf

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const head = `<?xml version="1.0"?><office:document-content xmlns:office="urn:o:office:1.0" xmlns:style="urn:o:style:1.0" xmlns:text="urn:o:text:1.0" ` +
	`xmlns:table="urn:o:table:1.0" xmlns:fo="urn:o:fo:1.0" xmlns:svg="urn:o:svg:1.0">`

const fonts = `<office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTimeH'"/></office:font-face-decls><office:automatic-styles>` +
	`<style:style style:name="T1"><style:text-properties style:font-name="F1"/></style:style>` +
	`<style:style style:name="P0"><style:text-properties style:font-name=".VnTime"/></style:style>` +
	`<style:style style:name="P1" style:parent-style-name="P0"/></office:automatic-styles>`

func pack(t testing.TB, content string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("content.xml")
	if err == nil {
		_, err = w.Write([]byte(content))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRead(t *testing.T) {
	for name, tt := range map[string]struct{ body, want string }{
		"paragraphs": {`<text:h>Kế<text:s text:c="2"/>hoạch</text:h><text:p>a<text:tab/>b<text:line-break/>c` + "\n" + `d</text:p>`, "Kế  hoạch\na\tb\nc d\n"},
		"fonts":      {`<text:p text:style-name="P1">Sè <text:span text:style-name="T1">qu¶n</text:span> lý</text:p>`, "Số QUẢN lý\n"},
		"tables": {
			`<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/>` +
				`<table:table-cell><text:p>a</text:p><table:table><table:table-row><table:table-cell><text:p>trong</text:p></table:table-cell></table:table-row></table:table></table:table-cell>` +
				`<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table><text:p>sau</text:p>`, "1\t\t\ta trong\nsau\n",
		},
		"left out": {`<text:tracked-changes><text:p>cũ</text:p></text:tracked-changes><text:p>mới<office:annotation><text:p>ghi chú</text:p></office:annotation></text:p>`, "mới\n"},
		"pages":    {`<text:p>a</text:p><text:soft-page-break/><text:p>b</text:p>`, "a\n\fb\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Read(t.Context(), pack(t, head+fonts+`<office:body>`+tt.body+`</office:body></office:document-content>`), 1000)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	if _, err := Read(t.Context(), pack(t, head+strings.Repeat("<text:p>", maxDepth+1)), 100); !errors.Is(err, ErrTooLarge) {
		t.Errorf("deep: %v", err)
	}
	if _, err := Read(t.Context(), pack(t, head+"<text:p>"), 100); err == nil {
		t.Error("a broken part is read")
	}
}
