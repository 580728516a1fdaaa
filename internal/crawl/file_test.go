package crawl

import (
	"strings"
	"testing"

	"tracuu/internal/archive"
	"tracuu/internal/extract"
	"tracuu/internal/model"
)

const plan = `%PDF
ỦY BAN NHÂN DÂN
HUYỆN PHƯỚC ĐIỀN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/KH-UBND
Phước Điền, ngày 18 tháng 3 năm 2022
KẾ HOẠCH
Xây dựng đô thị văn minh năm 2022
Thực hiện Kế hoạch số 68-KH/HU ngày 25/01/2022 của Ban Thường vụ Huyện ủy, UBND huyện xây dựng kế hoạch như sau:
I. MỤC TIÊU
Phấn đấu đến cuối năm 2022 có ít nhất 70% hộ dân ký cam kết.
`

func TestAttachmentGivesItsDocument(t *testing.T) {
	r := newRig(t, pages{
		"/": article("Kế hoạch mới", "/files/52.pdf", "/files/danh-sach.pdf"), "/files/52.pdf": plan,
		"/files/danh-sach.pdf": "%PDF Danh sách đại biểu dự họp",
	})
	sum := r.mustCrawl("/")
	if sum.Pages != 1 || sum.Articles != 1 || sum.HeldDocs != 2 {
		t.Errorf("a document in a file is no page, but is held: %+v", sum.Stats)
	}
	id := articleID(r, "/files/52.pdf")
	a, err := r.store.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if a.Kind != model.KindFile || a.Title != "KẾ HOẠCH Xây dựng đô thị văn minh năm 2022" || len(a.Targets) != 1 {
		t.Errorf("%s %q, targets %+v", a.Kind, a.Title, a.Targets)
	}
	d, err := r.store.Document(t.Context(), "77_kh-ubnd.2022.ubnd-huyen-phuoc-dien")
	if err != nil || d.Status != model.Held || d.Issued.String() != "2022-03-18" {
		t.Errorf("%+v, %v", d, err)
	}
	captures, err := r.store.ArticleCaptures(t.Context(), id)
	if err != nil || len(captures) != 1 || !strings.HasSuffix(captures[0].URL, "/files/52.pdf") {
		t.Errorf("evidence: %+v, %v", captures, err)
	}
	if _, err := r.store.Article(t.Context(), articleID(r, "/files/danh-sach.pdf")); err == nil {
		t.Error("a list of people became a document")
	}
	r.rereadFiles(id)
}

// rereadFiles reads all again from the archive: nothing changes, with a reader
// of files or without.
func (r *rig) rereadFiles(id string) {
	r.t.Helper()
	before, err := r.store.Stats(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	for _, files := range []FileReader{nil, r.files} {
		again := Rereader{
			Store: r.store, Records: archive.NewReader(r.dir + "/archive"), Extractor: extract.New(r.known),
			Files: files, MaxSize: 1 << 20,
		}
		done, err := again.Host(r.t.Context(), "")
		if err != nil || len(done.Faults) != 0 {
			r.t.Errorf("reading again: %v, %v", done.Faults, err)
		}
		if a, err := r.store.Article(r.t.Context(), id); err != nil || a.Kind != model.KindFile {
			r.t.Errorf("read again, the document is %+v, %v", a, err)
		}
	}
	if after, err := r.store.Stats(r.t.Context()); err != nil || after.Sequence != before.Sequence {
		r.t.Errorf("reading again changed %d things, %v", after.Sequence-before.Sequence, err)
	}
}
