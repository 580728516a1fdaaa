package attachment

import (
	"bytes"
	"path"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"tracuu/internal/attachment/ole"
)

// Names of the readers.
const (
	readerPDF  = "pdf"
	readerDOCX = "docx"
	readerXLSX = "xlsx"
	readerText = "text"
	readerDOC  = "doc"
	readerXLS  = "xls"
	readerRTF  = "rtf"
	readerODF  = "odf"
	readerZIP  = "zip"
	readerLock = "encrypted" // Office files under a password
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
	typeZIP  = "application/zip"
	typeText = "text/plain"

	typeLocked = "application/x-office-encrypted"
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
		{typeDOC, "Word 97-2003 (DOC)", readerDOC},
		{typeXLS, "Excel 97-2003 (XLS)", readerXLS},
		{"application/vnd.ms-powerpoint", "PowerPoint 97-2003 (PPT)", ""},
		{"application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint (PPTX)", ""},
		{typeOLE, "Office 97-2003", ""},
		{typeLocked, "Office có mật khẩu", readerLock},
		{"text/rtf", "RTF", readerRTF},
		{"application/vnd.oasis.opendocument.text", "ODT", readerODF},
		{"application/vnd.oasis.opendocument.spreadsheet", "ODS", readerODF},
		{typeZIP, "tệp nén ZIP", readerZIP},
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
	case bytes.HasPrefix(body, []byte(oleMagic)):
		mediaType = oleByStreams(body, mediaType, name, declared)
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

const oleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// oleByStreams names an OLE container by the streams in it. One that is too
// damaged to list them is named by what it was found to be, or its file name.
func oleByStreams(body []byte, found, name, declared string) string {
	if file, err := ole.Open(body); err == nil {
		switch {
		case file.Has("EncryptedPackage"):
			return typeLocked
		case file.Has("WordDocument"):
			return typeDOC
		case file.Has("Workbook"), file.Has("Book"):
			return typeXLS
		}
	}
	declared, _, _ = strings.Cut(declared, ";")
	switch ext := strings.ToLower(path.Ext(name)); {
	case found != typeOLE:
		return found
	case ext == ".doc" || declared == typeDOC:
		return typeDOC
	case ext == ".xls" || declared == typeXLS:
		return typeXLS
	}
	return typeOLE
}
