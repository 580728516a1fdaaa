// Package rtf reads the text of RTF files (Rich Text Format 1.9.1): characters
// in the code page of their font, paragraphs, table rows and page breaks.
package rtf

import (
	"bytes"
	"context"
	"errors"

	"golang.org/x/text/encoding/charmap"

	"tracuu/internal/attachment/flow"
)

// ErrDepth says that groups are nested deeper than any program writes them.
var ErrDepth = errors.New("groups nested too deep")

// errNoRTF says that the first group does not begin as it must.
var errNoRTF = errors.New("no RTF document")

const (
	maxGroups = 1000
	maxFonts  = 10_000
	maxRun    = 1 << 16 // bytes that wait to be decoded
)

// group is what braces keep together.
type group struct {
	font     int
	skip     int  // characters that stand behind \u for older readers
	hidden   bool // hidden or deleted text
	ignored  bool // a destination that is no text
	fontList bool // inside the table of fonts
	begun    bool // something has stood in it: \* and destinations come first
	starred  bool
}

// font of the table.
type font struct {
	name    []byte
	charset *charmap.Charmap // nil: that of the document
}

type reader struct {
	rest   []byte
	groups []group
	fonts  map[int]*font
	page   *charmap.Charmap // of the document
	first  int              // default font
	bytes  []byte           // waiting to be decoded, all of one font
	skip   int              // characters still to be left out behind \u
	cell   bool             // the paragraph stands in a table
	high   rune             // first half of a pair of \u
	out    *flow.Builder
}

// Read returns the text of a document, pages apart by flow.PageBreak, until
// about limit bytes. A document that breaks off is read up to there.
func Read(ctx context.Context, body []byte, limit int) (string, error) {
	if !bytes.HasPrefix(body, []byte(`{\rtf`)) {
		return "", errNoRTF
	}
	r := &reader{rest: body, fonts: map[int]*font{}, page: charmap.Windows1252, out: flow.New(limit)}
	r.groups = []group{{skip: 1}}
	for n := 0; len(r.rest) > 0 && len(r.groups) > 0 && !r.out.Full(); n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return "", ctx.Err()
		}
		if len(r.groups) > maxGroups {
			return "", ErrDepth
		}
		r.next()
	}
	r.flush()
	return r.out.Text(), nil
}

func (r *reader) top() *group { return &r.groups[len(r.groups)-1] }

// next reads one brace, control or character.
func (r *reader) next() {
	c := r.rest[0]
	r.rest = r.rest[1:]
	switch c {
	case '{':
		r.flush()
		g := *r.top()
		g.begun, g.starred = false, false
		r.groups = append(r.groups, g)
		r.skip = 0
	case '}':
		r.flush()
		r.groups = r.groups[:len(r.groups)-1]
		r.skip = 0
		if len(r.groups) == 1 { // the document has ended
			r.groups = nil
		}
	case '\\':
		r.control()
	case '\r', '\n', 0:
	default:
		r.character(c)
	}
}

// character takes a byte of text.
func (r *reader) character(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	g := r.top()
	g.begun = true
	switch {
	case g.fontList:
		f := r.fonts[g.font]
		if c != ';' && f != nil && !g.starred {
			f.name = append(f.name, c)
		}
	case !g.ignored && !g.hidden:
		if r.bytes = append(r.bytes, c); len(r.bytes) > maxRun {
			r.flush()
		}
	}
}

// flush decodes the bytes that wait.
func (r *reader) flush() {
	if len(r.bytes) == 0 || len(r.groups) == 0 {
		return
	}
	name, page := "", r.page
	if f := r.fonts[r.top().font]; f != nil {
		name = string(bytes.TrimSpace(f.name))
		if f.charset != nil {
			page = f.charset
		}
	}
	text := make([]rune, len(r.bytes))
	for i, c := range r.bytes {
		text[i] = page.DecodeByte(c)
	}
	r.bytes = r.bytes[:0]
	r.out.Write(name, string(text))
}

// text writes characters that are not of a code page.
func (r *reader) text(s string) {
	r.flush()
	if g := r.top(); g.ignored || g.hidden || g.fontList {
		return
	}
	name := ""
	if f := r.fonts[r.top().font]; f != nil {
		name = string(bytes.TrimSpace(f.name))
	}
	r.out.Write(name, s)
}
