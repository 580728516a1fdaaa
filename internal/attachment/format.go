package attachment

import (
	"bytes"
	"path"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// Names of the readers.
const (
	readerPDF  = "pdf"
	readerDOCX = "docx"
	readerXLSX = "xlsx"
	readerText = "text"
)

// format is what a file is.
type format struct {
	mediaType string
	label     string // for people: "PDF", "Word 97-2003 (DOC)"
	reader    string // "" when none reads it
}

const (
	typePDF  = "application/pdf"
	typeDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	typeXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	typeDOC  = "application/msword"
	typeXLS  = "application/vnd.ms-excel"
	typeOLE  = "application/x-ole-storage"
	typeText = "text/plain"
)

// formats lists what is known by name; anything else is named by its type.
func formats() []format {
	return []format{
		{typePDF, "PDF", readerPDF},
		{typeDOCX, "Word (DOCX)", readerDOCX},
		{typeXLSX, "Excel (XLSX)", readerXLSX},
		{typeText, "văn bản thuần (TXT)", readerText},
		{"text/csv", "CSV", readerText},
		{"text/tab-separated-values", "TSV", readerText},
		{typeDOC, "Word 97-2003 (DOC)", ""},
		{typeXLS, "Excel 97-2003 (XLS)", ""},
		{"application/vnd.ms-powerpoint", "PowerPoint 97-2003 (PPT)", ""},
		{"application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint (PPTX)", ""},
		{typeOLE, "Office 97-2003", ""},
		{"text/rtf", "RTF", ""},
		{"application/vnd.oasis.opendocument.text", "ODT", ""},
		{"application/vnd.oasis.opendocument.spreadsheet", "ODS", ""},
		{"application/zip", "tệp nén ZIP", ""},
		{"application/x-rar-compressed", "tệp nén RAR", ""},
		{"application/x-7z-compressed", "tệp nén 7Z", ""},
		{"application/gzip", "tệp nén GZ", ""},
		{"text/html", "trang web (HTML)", ""},
	}
}

// recognise tells what a file is by its first bytes. Bytes that could be
// anything are named by the file's ending or the declared type.
func recognise(name, declared string, body []byte) format {
	found := mimetype.Detect(body)
	mediaType, _, _ := strings.Cut(found.String(), ";")
	switch {
	case mediaType != typePDF && bytes.Contains(body[:min(len(body), 1024)], []byte("%PDF-")):
		mediaType = typePDF // readers of PDF allow bytes before the mark
	case mediaType == typeOLE:
		mediaType = oleByName(name, declared)
	}
	for _, f := range formats() {
		if f.mediaType == mediaType {
			return f
		}
	}
	// What is a kind of plain text, as source code or JSON, is read as text.
	for parent := found; parent != nil; parent = parent.Parent() {
		if parent.Is(typeText) && strings.HasPrefix(mediaType, "text/") {
			return format{mediaType, mediaType, readerText}
		}
	}
	return format{mediaType, mediaType, ""}
}

// oleByName names an OLE container whose content does not tell what it is.
func oleByName(name, declared string) string {
	declared, _, _ = strings.Cut(declared, ";")
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".doc" || declared == typeDOC:
		return typeDOC
	case ext == ".xls" || declared == typeXLS:
		return typeXLS
	}
	return typeOLE
}
