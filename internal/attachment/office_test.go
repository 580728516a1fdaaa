package attachment

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// docx makes a package with one document part, deflated.
func docx(t testing.TB, document string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>`},
		{"word/document.xml", document},
		{"word/styles.xml", `<w:styles xmlns:w="` + nsWord + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>` +
			`<w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>` +
			`<w:style w:type="paragraph" w:styleId="Cu"><w:basedOn w:val="Goc"/></w:style>` +
			`<w:style w:type="character" w:styleId="Moi"><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:style></w:styles>`},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wordDocument(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="` + nsWord + `" xmlns:mc="` + nsCompatibility +
		`" xmlns:a="urn:drawing"><w:body>` + body + `</w:body></w:document>`
}

func para(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func cell(paras ...string) string { return "<w:tc>" + strings.Join(paras, "") + "</w:tc>" }

func row(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

func table(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }

func TestDOCX(t *testing.T) {
	tests := map[string]struct{ body, want string }{
		"head of a document": {
			table(row(
				cell(para("UBND HUYỆN MẪU"), para("Số: 52/KH-UBND")),
				cell(para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), para("Mẫu, ngày 18 tháng 3 năm 2022")),
			)) + para("KẾ HOẠCH"),
			"UBND HUYỆN MẪU\nSố: 52/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẫu, ngày 18 tháng 3 năm 2022\nKẾ HOẠCH",
		},
		"rows": {
			table(row(cell(para("TT")), cell(para("Chỉ tiêu")), cell(para("2025"))),
				row(cell(para("1")), cell(para("Tỷ lệ"), para("hộ nghèo")), cell(para("dưới 2 %"))),
				row(cell(), cell(para("Tổng")), cell())),
			"TT\tChỉ tiêu\t2025\n1\tTỷ lệ hộ nghèo\tdưới 2 %\n\tTổng",
		},
		"table in a cell": {
			table(row(cell(para("ngoài")), cell(table(row(cell(para("a")), cell(para("b"))))), cell(para("x")))) + para("sau"),
			"ngoài\ta b\tx\nsau",
		},
		"runs, tabs and breaks": {
			`<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Số: 68</w:t></w:r><w:r><w:noBreakHyphen/><w:t>KH/HU</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>`,
			"Số: 68-KH/HU\ta\nb",
		},
		"a text box once": {
			`<w:p><w:r><w:t>trước </w:t><mc:AlternateContent><mc:Choice><a:p><a:t>không</a:t><w:txbxContent>` + para("trong hộp") +
				`</w:txbxContent></a:p></mc:Choice><mc:Fallback><w:txbxContent>` + para("trong hộp") + `</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>sau</w:t></w:r></w:p>`,
			"trong hộp\ntrước sau",
		},
		"tracked changes": {
			`<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>nơi khác</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`,
			"mới",
		},
		"pages": {para("một") + `<w:p><w:r><w:br w:type="page"/><w:t>hai</w:t></w:r></w:p>`, "một\n\nhai"},
		"fonts by run": {
			`<w:p><w:pPr><w:pStyle w:val="Cu"/><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:pPr><w:r><w:t>Sè </w:t></w:r>` +
				`<w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>qu¶n</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Moi"/></w:rPr><w:t> Õ</w:t></w:r></w:p>` +
				`<w:p><w:r><w:t>Õ</w:t></w:r></w:p>`,
			"Số QUẢN Õ\nÕ",
		},
		"nothing": {"", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			out := newPages(1000)
			if err := readDOCX(t.Context(), docx(t, wordDocument(tt.body)), out); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, out.text.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHostileDOCX(t *testing.T) {
	for name, tt := range map[string]struct {
		body string
		want error
	}{
		"depth":  {strings.Repeat("<w:p>", maxXMLDepth), ErrTooLarge},
		"entity": {para("&lol;"), nil},
		"cut":    {"<w:p>", nil},
	} {
		out := newPages(1000)
		err := readDOCX(t.Context(), docx(t, wordDocument(tt.body)), out)
		if err == nil || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
	bomb := docx(t, wordDocument(strings.Repeat(" ", 1<<20)))
	parts, err := zip.NewReader(bytes.NewReader(bomb), int64(len(bomb)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := partText(t.Context(), parts, mainPart(parts), 1<<20, 1000); !errors.Is(err, ErrTooLarge) {
		t.Errorf("bomb: got %v, want %v", err, ErrTooLarge)
	}
	long := newPages(1000)
	if err := readDOCX(t.Context(), docx(t, wordDocument(strings.Repeat(para("đường"), 10_000))), long); err != nil {
		t.Error(err)
	}
	if !long.full || long.text.Len() > 1000 {
		t.Errorf("full %v, %d bytes", long.full, long.text.Len())
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := readDOCX(stopped, docx(t, wordDocument(para("x"))), newPages(10)); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

func TestXLSX(t *testing.T) {
	book := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(book.SetSheetRow("Sheet1", "A1", &[]any{"TT", "Số, ký hiệu", "Tỷ lệ"}))
	must(book.SetSheetRow("Sheet1", "A2", &[]any{1, "52/KH-UBND\nngày 18/3", 7.5}))
	must(book.SetCellValue("Sheet1", "C4", "Cộng"))
	for _, name := range []string{"Xã", "Ẩn", "Trống"} {
		_, err := book.NewSheet(name)
		must(err)
	}
	must(book.SetCellValue("Xã", "A1", "Mẫu"))
	must(book.SetCellValue("Xã", "A1048576", "quá xa"))
	must(book.SetCellValue("Ẩn", "A1", "không đọc"))
	must(book.SetSheetVisible("Ẩn", false))
	var b bytes.Buffer
	must(book.Write(&b))

	doc, err := mustReader(t).Read(t.Context(), "bang.xlsx", "", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := "Sheet1\nTT\tSố, ký hiệu\tTỷ lệ\n1\t52/KH-UBND ngày 18/3\t7.5\n\t\tCộng\n\nXã\nMẫu"
	if diff := cmp.Diff(want, doc.Text); diff != "" {
		t.Error(diff)
	}
	if len(doc.Pages) != 2 || !strings.HasPrefix(doc.Text[doc.Pages[1]:], "Xã") {
		t.Errorf("pages %v", doc.Pages)
	}
	broken := bytes.Clone(b.Bytes())
	copy(broken[len(broken)/2:], make([]byte, 500))
	if _, err := mustReader(t).Read(t.Context(), "", "", broken); err == nil {
		t.Error("a broken workbook is read")
	}
}

// FuzzDOCX reads any XML as a document part: it ends, and its text is sound.
func FuzzDOCX(f *testing.F) {
	f.Add(wordDocument(table(row(cell(para("a"), para("b")), cell(para("c"))))))
	f.Add(wordDocument(`<w:tc/><w:tr/><mc:Choice/><w:p><w:t>x</w:t></w:p></w:tbl>`))
	f.Add("<a><b></a>")
	f.Fuzz(func(t *testing.T, document string) {
		out := newPages(500)
		if err := readDOCX(t.Context(), docx(t, document), out); err != nil {
			return
		}
		if text := out.text.String(); len(text) > 500 || !utf8.ValidString(text) {
			t.Errorf("%d bytes: %q", len(text), text)
		}
	})
}

// FuzzRead gives any bytes to everything but PDFium, which has its own walls.
func FuzzRead(f *testing.F) {
	f.Add([]byte("Số: 52/KH-UBND"))
	f.Add(docx(f, wordDocument(para("x"))))
	f.Add([]byte(fmt.Sprintf("\xFF\xFE%s", "a\x00")))
	for _, body := range officeFiles(f) {
		f.Add(body)
	}
	r, err := New(Options{MaxText: 1000, MaxBytes: 1 << 20})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if recognise("", "", body).reader == readerPDF {
			t.Skip("PDF")
		}
		doc, err := r.Read(t.Context(), "", "", body)
		if failure := new(Failure); err != nil && (!errors.As(err, &failure) || failure.Reason == "") {
			t.Errorf("%v is no reason", err)
		}
		if len(doc.Text) > 1000 || !utf8.ValidString(doc.Text) {
			t.Errorf("%d bytes", len(doc.Text))
		}
	})
}
