package attachment

import (
	"archive/zip"
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/attachment/msdoc/msdoctest"
	"tracuu/internal/attachment/msxls/msxlstest"
)

// pack makes a ZIP file of pairs of name and content.
func pack(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err == nil {
			_, err = w.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// odt makes an OpenDocument text; its type stands in a part that is not packed.
func odt(t testing.TB, paragraph string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	kind, err := z.CreateHeader(&zip.FileHeader{Name: "mimetype", Method: zip.Store})
	if err == nil {
		_, err = kind.Write([]byte("application/vnd.oasis.opendocument.text"))
	}
	content, e := z.Create("content.xml")
	if e == nil {
		_, e = content.Write([]byte(`<document xmlns:text="urn:text"><text:p>` + paragraph + `</text:p></document>`))
	}
	if err := errors.Join(err, e, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// officeFiles has one file of each format, by reader; all say the same.
func officeFiles(t testing.TB) map[string][]byte {
	return map[string][]byte{
		readerDOC:  msdoctest.File(msdoctest.Part{Text: "Sè: 52/KH-UBND\r", Font: ".VnTime"}),
		readerRTF:  []byte(`{\rtf1{\fonttbl{\f0 .VnTime;}}\f0 S\'e8: 52/KH-UBND\par}`),
		readerXLS:  msxlstest.File(msxlstest.Sheet{Name: "A", Rows: [][]any{{msxlstest.Legacy("Sè: 52/KH-UBND")}}}),
		readerODF:  odt(t, "Số: 52/KH-UBND"),
		readerText: []byte("Số: 52/KH-UBND"),
	}
}

// TestOfficeFormats reads one file of each format through the same door.
func TestOfficeFormats(t *testing.T) {
	for reader, body := range officeFiles(t) {
		doc, err := mustReader(t).Read(t.Context(), "tệp", "application/octet-stream", body)
		if err != nil || doc.Text != "Số: 52/KH-UBND" || doc.Reader != reader {
			t.Errorf("%s: %+v, %v", reader, doc, err)
		}
	}
}

func TestZIP(t *testing.T) {
	body := pack(t, "b/phu-luc.rtf", `{\rtf1 Phu luc\par}`, "a.txt", "Số: 52/KH-UBND", "c.png", "\x89PNG\r\n\x1a\n",
		"d.pdf", string(pdfFile(textPage("KE HOACH"))), "trong.zip", string(pack(t, "a.txt", "x")), "__MACOSX/._a.txt", "x", "b/", "")
	doc, err := mustReader(t).Read(t.Context(), "van-ban.zip", "", body)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("a.txt\nSố: 52/KH-UBND\n\nb/phu-luc.rtf\nPhu luc\n\nd.pdf\nKE HOACH", doc.Text); diff != "" {
		t.Error(diff)
	}
	if want := "c.png: chưa đọc được định dạng image/png; trong.zip: chưa đọc được định dạng tệp nén ZIP"; doc.Note != want {
		t.Errorf("got %q, want %q", doc.Note, want)
	}
	if len(doc.Pages) != 3 {
		t.Errorf("pages %v", doc.Pages)
	}
	_, err = mustReader(t).Read(t.Context(), "anh.zip", "", pack(t, "c.png", "\x89PNG\r\n\x1a\n"))
	if !errors.Is(err, ErrUnsupported) || !strings.Contains(err.Error(), "c.png") {
		t.Errorf("only pictures: %v", err)
	}
}

// TestZIPBomb: members that unpack to more than is read are left out.
func TestZIPBomb(t *testing.T) {
	r, err := New(Options{MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := r.Read(t.Context(), "", "", pack(t, "a.txt", "còn đọc được", "b.txt", strings.Repeat("x", 2<<20)))
	if err != nil || doc.Text != "a.txt\ncòn đọc được" || !strings.Contains(doc.Note, "b.txt: nội dung giải nén quá lớn") {
		t.Errorf("%q, %q, %v", doc.Text, doc.Note, err)
	}
	many := make([]string, 0, 2*(maxMembers+1))
	for range maxMembers + 1 {
		many = append(many, "x.txt", "x")
	}
	if doc, err := r.Read(t.Context(), "", "", pack(t, many...)); err != nil || len(doc.Pages) != maxMembers || doc.Note == "" {
		t.Errorf("%d pages, %q, %v", len(doc.Pages), doc.Note, err)
	}
}

// TestDamagedFiles changes bytes of files: each is read, or says why not.
func TestDamagedFiles(t *testing.T) {
	r, err := New(Options{MaxText: 1000, MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for reader, whole := range officeFiles(t) {
		for range 200 {
			body := bytes.Clone(whole)
			for range 1 + random.IntN(4) {
				body[random.IntN(len(body))] = byte(random.UintN(256))
			}
			doc, err := r.Read(t.Context(), "", "", body)
			if failure := new(Failure); err != nil && (!errors.As(err, &failure) || failure.Reason == "" || errors.Is(err, errPanic)) {
				t.Fatalf("%s: %v", reader, err)
			}
			if len(doc.Text) > 1000 || !utf8.ValidString(doc.Text) {
				t.Fatalf("%s: %d bytes", reader, len(doc.Text))
			}
		}
	}
}
