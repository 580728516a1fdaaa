package register

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"tracuu/internal/extract/agency"
	"tracuu/internal/extract/date"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Place is whose register it is.
type Place struct {
	Unit   string     // "tỉnh Bình Dương"; "" when not known
	Latest model.Date // no document is of a later day; zero: not checked
}

// Entry is what a row says of a document.
type Entry struct {
	Number   model.DocNumber
	Issued   model.Date // zero when the cell is empty
	Issuer   string     // in the form of the document's identity; "" when not certain
	Abstract string
	Link     string // absolute http(s) address of the file or page; ""
	Fields   []Cell // the row's filled cells, in their order
}

// Cell is one cell with the words of its head.
type Cell struct {
	Head, Text string
	number     bool // the cell that holds the number
}

// Reasons why a row is not taken.
var (
	errNoNumber = errors.New("ô số ký hiệu trống")
	errNumber   = errors.New("không đọc được số ký hiệu")
	errIssued   = errors.New("không đọc được ngày ban hành")
	errOldest   = errors.New("ngày ban hành trước ngày 02/09/1945")
	errLatest   = errors.New("ngày ban hành sau ngày nhập")
)

// oldest is the first day of the state whose documents these are.
func oldest() model.Date { return model.Date{Year: 1945, Month: time.September, Day: 2} }

// entry reads a row.
func (p Place) entry(c columns, cells []string) (Entry, error) {
	e := Entry{Abstract: c.cell(cells, fieldAbstract), Fields: c.filled(cells)}
	printed := c.number(cells)
	if printed == "" {
		return e, errNoNumber
	}
	var err error
	if e.Number, err = readNumber(printed, c.cell(cells, fieldType)); err != nil {
		return e, err
	}
	if e.Issued, err = p.day(c.cell(cells, fieldIssued)); err != nil {
		return e, err
	}
	e.Issuer = p.issuer(e.Number.Symbol, c.cell(cells, fieldAgency))
	e.Link = link(c.cell(cells, fieldLink))
	return e, nil
}

// number is the printed number, of one column or of two.
func (c columns) number(cells []string) string {
	if whole := c.cell(cells, fieldNumber); whole != "" {
		return whole
	}
	no, symbol := c.cell(cells, fieldNo), c.cell(cells, fieldSymbol)
	if no == "" || symbol == "" {
		return no
	}
	return no + "/" + symbol
}

// readNumber reads a number with its symbol, or a bare one whose type stands
// in a column of its own.
func readNumber(printed, kind string) (model.DocNumber, error) {
	n, err := docnum.Parse(printed)
	code, known := docnum.TypeCode(kind)
	switch {
	case err != nil && known:
		n, err = docnum.Parse(kind + " số " + printed)
	case err == nil && n.Type == "" && known && code != "CV":
		n.Type = code
	}
	if err != nil || n.No == "" || n.Canonical == "" && n.Type == "" {
		return model.DocNumber{}, fmt.Errorf("%w %q", errNumber, printed)
	}
	return n, nil
}

// day reads the one day of a cell.
func (p Place) day(cell string) (model.Date, error) {
	if cell == "" {
		return model.Date{}, nil
	}
	first, _, _ := strings.Cut(strings.Replace(cell, "T", " ", 1), " ") // 2022-07-20T00:00:00
	d, err := model.ParseDate(first)
	if err != nil {
		found := date.Find(cell, date.Context{})
		if len(found) != 1 || found[0].From != found[0].To {
			return model.Date{}, fmt.Errorf("%w %q", errIssued, cell)
		}
		d = found[0].From
	}
	switch {
	case d.Compare(oldest()) < 0:
		return model.Date{}, fmt.Errorf("%w: %q", errOldest, cell)
	case !p.Latest.IsZero() && d.Compare(p.Latest) > 0:
		return model.Date{}, fmt.Errorf("%w: %q", errLatest, cell)
	}
	return d, nil
}

// issuer completes the agency of the row, or tells it from symbol and place.
func (p Place) issuer(symbol, cell string) string {
	at := agency.Context{Place: p.Unit}
	if strings.HasPrefix(p.Unit, "tỉnh ") || strings.HasPrefix(p.Unit, "thành phố ") {
		at.Province = p.Unit
	}
	var words agency.Agency
	if cell != "" {
		words, _, _ = agency.At(vietnamese.FoldOffsets(cell), cell, 0)
	}
	if words.Body == "" && cell != "" {
		return cell // an office that the grammar does not know: as printed
	}
	if words.Body == "" {
		words = p.ownBody(symbol)
	}
	return at.Issuer(symbol, words)
}

// ownBody takes the place's own level for a body that the symbol names: the
// UBND of a register of tỉnh Bình Dương is that of the province.
func (p Place) ownBody(symbol string) agency.Agency {
	level, name := agency.SplitUnit(p.Unit)
	body, local := strings.CutSuffix(docnum.IssuerOf(symbol), " @")
	if !local || level == "" {
		return agency.Agency{}
	}
	return agency.Agency{Body: body, Level: level, Place: name, Local: true}
}

// link takes an absolute web address, nothing else.
func link(cell string) string {
	u, err := url.Parse(cell)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return cell
}

// filled are the cells of a row that say something, with their heads; a column
// without a head is a counter, and a link is no text.
func (c columns) filled(cells []string) []Cell {
	var out []Cell
	linked, hasLink := c.at[fieldLink]
	for i, cell := range cells {
		text := oneLine(cell)
		if text == "" || i >= len(c.heads) || c.heads[i] == "" || hasLink && i == linked {
			continue
		}
		number, whole := c.at[fieldNumber]
		if !whole {
			number = c.at[fieldNo]
		}
		out = append(out, Cell{Head: c.heads[i], Text: text, number: i == number})
	}
	return out
}
