package search

import (
	"strconv"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
)

// Name is how people name a document: "Kế hoạch 613/KH-UBND", "Chỉ thị số 15".
func Name(n model.DocNumber) string {
	typ := "Văn bản"
	if n.Type != "" {
		typ = docnum.TypeName(n.Type)
	}
	if n.Canonical != "" {
		return typ + " " + n.Canonical
	}
	name := typ + " số " + n.No
	if n.Year != 0 {
		name += "/" + strconv.Itoa(n.Year)
	}
	return name
}

// StatusName tells in Vietnamese what the store has of a document.
func StatusName(s model.Status) string {
	switch s {
	case model.Held:
		return "có bài công bố"
	case model.Listed:
		return "có trong sổ đăng ký, chưa có văn bản"
	case model.CitedOnly:
	}
	return "được nhắc đến, chưa có văn bản"
}

// Line is the document in one line: name · date · issuer. The year stands for
// a date that is not known.
func (d Document) Line() string {
	parts := []string{d.Name}
	switch {
	case !d.Issued.IsZero():
		parts = append(parts, "ngày "+d.Issued.Vietnamese())
	case d.Year != 0 && d.Number.Year == 0:
		parts = append(parts, "năm "+strconv.Itoa(d.Year))
	}
	if d.Issuer != "" {
		parts = append(parts, d.Issuer)
	}
	return strings.Join(parts, " · ")
}

func named(d model.Document) Document { return Document{Document: d, Name: Name(d.Number)} }
