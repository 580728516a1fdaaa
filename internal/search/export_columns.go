package search

import (
	"cmp"
	"slices"
	"strings"

	"tracuu/internal/export"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// The columns of a table and the cells of its rows stand together here, in the
// same order. Names of columns are a contract: they may be added to, not changed.

// sourceColumns end the rows of targets and assignments.
func sourceColumns() []export.Column {
	return slices.Concat(documentColumns(), []export.Column{
		{Name: "article_title", Head: "Bài viết", Kind: export.Text},
		{Name: "article_url", Head: "Địa chỉ bài viết", Kind: export.Link},
		{Name: "article_place", Head: "Nơi của bài viết", Kind: export.Text},
	}, postedColumns(), []export.Column{
		{Name: "copy_of", Head: "Bản sao của bài", Kind: export.Text},
	})
}

func sourceCells(s Source) []any {
	return append(documentCells(s.Announces), s.ArticleTitle, s.ArticleURL, s.ArticlePlace, s.Published, s.Captured, s.Portal, s.PortalName,
		s.ArticleID, s.CopyOf)
}

// postedColumns tell when and where the article of a row was posted.
func postedColumns() []export.Column {
	return []export.Column{
		{Name: "published", Head: "Ngày đăng", Kind: export.Date},
		{Name: "captured", Head: "Chụp lúc (giờ Việt Nam)", Kind: export.Time},
		{Name: "portal", Head: "Mã cổng", Kind: export.Text},
		{Name: "portal_name", Head: "Cổng thông tin", Kind: export.Text},
		{Name: "article_id", Head: "Mã bài viết", Kind: export.Text},
	}
}

// documentColumns are of a document that a row is of.
func documentColumns() []export.Column {
	return []export.Column{
		{Name: "document_number", Head: "Số, ký hiệu văn bản", Kind: export.Text},
		{Name: "document_type", Head: "Loại văn bản", Kind: export.Text},
		{Name: "document_issued", Head: "Ngày ban hành", Kind: export.Date},
		{Name: "document_year", Head: "Năm ban hành", Kind: export.Integer},
		{Name: "document_issuer", Head: "Cơ quan ban hành", Kind: export.Text},
		{Name: "document_status", Head: "Tình trạng văn bản", Kind: export.Text},
		{Name: "document_id", Head: "Mã văn bản", Kind: export.Text},
	}
}

func documentCells(d *Document) []any {
	if d == nil {
		return make([]any, len(documentColumns()))
	}
	typ, year := any(nil), any(nil)
	if d.Number.Type != "" {
		typ = docnum.TypeName(d.Number.Type)
	}
	if d.Year != 0 {
		year = d.Year
	}
	return []any{cmp.Or(d.Number.Canonical, d.Number.No), typ, d.Issued, year, d.Issuer, string(d.Status), d.ID}
}

func targetColumns() []export.Column {
	return append([]export.Column{
		{Name: "indicator", Head: "Chỉ tiêu", Kind: export.Text},
		{Name: "op", Head: "So sánh", Kind: export.Text},
		{Name: "value", Head: "Giá trị", Kind: export.Number},
		{Name: "value_to", Head: "Giá trị đến", Kind: export.Number},
		{Name: "unit", Head: "Đơn vị", Kind: export.Text},
		{Name: "due", Head: "Thời hạn", Kind: export.Text}, // a year, a month or a day, ISO
		{Name: "place", Head: "Nơi áp dụng", Kind: export.Text},
		{Name: "group", Head: "Đối tượng", Kind: export.Text},
		{Name: "quote", Head: "Nguyên văn", Kind: export.Text},
		{Name: "family", Head: "Mã nhóm chỉ tiêu", Kind: export.Text},
		{Name: "family_name", Head: "Nhóm chỉ tiêu", Kind: export.Text},
		{Name: "quantity", Head: "Đại lượng", Kind: export.Text},
		{Name: "factor", Head: "Hệ số về đại lượng", Kind: export.Number},
		{Name: "series", Head: "Chuỗi trong bài", Kind: export.Integer},
		{Name: "confidence", Head: "Độ tin cậy", Kind: export.Number},
		{Name: "rule", Head: "Quy tắc", Kind: export.Text},
	}, sourceColumns()...)
}

func targetCells(r TargetRow) []any {
	factor := any(nil) // 0: the unit is not known
	if r.Factor != 0 {
		factor = r.Factor
	}
	return append([]any{
		r.Indicator, string(r.Op), r.Value, r.ValueTo, r.Unit, r.Due, r.Place, r.Group, r.Quote, r.Family, r.FamilyName, r.Quantity, factor,
		r.Series, r.Confidence, r.Rule,
	}, sourceCells(r.Source)...)
}

func assignmentColumns() []export.Column {
	return append([]export.Column{
		{Name: "agency", Head: "Cơ quan được giao", Kind: export.Text},
		{Name: "task", Head: "Nhiệm vụ", Kind: export.Text},
		{Name: "partners", Head: "Phối hợp", Kind: export.Text}, // parted by "; "
		{Name: "due", Head: "Thời hạn", Kind: export.Date},
		{Name: "quote", Head: "Nguyên văn", Kind: export.Text},
		{Name: "confidence", Head: "Độ tin cậy", Kind: export.Number},
		{Name: "rule", Head: "Quy tắc", Kind: export.Text},
	}, sourceColumns()...)
}

func assignmentCells(r AssignmentRow) []any {
	return append([]any{r.Agency, r.Task, strings.Join(r.Partners, "; "), r.Due, r.Quote, r.Confidence, r.Rule}, sourceCells(r.Source)...)
}

func missingColumns() []export.Column {
	return slices.Concat(documentColumns(), []export.Column{
		{Name: "citing_articles", Head: "Số bài nhắc đến", Kind: export.Integer},
		{Name: "quote", Head: "Câu nhắc đến", Kind: export.Text},
		{Name: "article_title", Head: "Bài viết", Kind: export.Text},
		{Name: "article_url", Head: "Địa chỉ bài viết", Kind: export.Link},
	}, postedColumns())
}

func missingCells(r MissingRow) []any {
	p := r.Place
	return append(documentCells(&r.Document), r.Citing, p.Passage.Text, p.ArticleTitle, p.ArticleURL, p.Published, r.Captured, p.Portal,
		p.PortalName, p.ArticleID)
}

func hitColumns() []export.Column {
	return slices.Concat(documentColumns(), []export.Column{
		{Name: "title", Head: "Tiêu đề", Kind: export.Text},
		{Name: "passage", Head: "Đoạn tìm thấy", Kind: export.Text},
		{Name: "article_url", Head: "Địa chỉ bài viết", Kind: export.Link},
	}, postedColumns(), []export.Column{
		{Name: "kind", Head: "Loại kết quả", Kind: export.Text}, // kind of page, or "document"
		{Name: "score", Head: "Điểm", Kind: export.Number},
	})
}

// hitCells name the first document that a hit announces.
func hitCells(h Hit) []any {
	var first *Document
	if len(h.Documents) > 0 {
		first = &h.Documents[0]
	}
	kind := string(h.Kind)
	if h.Kind == model.ArticleChanged && h.PageKind != "" {
		kind = string(h.PageKind)
	}
	return append(documentCells(first), h.Title, h.Passage.Text, h.URL, h.Published, h.Captured, h.Portal, h.PortalName, h.ArticleID, kind, h.Score)
}
