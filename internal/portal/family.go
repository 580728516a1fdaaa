package portal

import (
	"golang.org/x/net/html"

	"tracuu/internal/model"
)

// Family is a content management system and how its pages are read.
type Family struct {
	ID   string
	Name string
	// Fallback marks the family that reads pages no other family knows.
	Fallback bool
	Markup   Selector // any match tells the family
	Lines    Patterns // any line of text that matches tells the family
	Chrome   Selector // parts that belong to no page's own text
	Noise    Patterns // lines of text that belong to no page's own text
	Lists    Patterns // addresses that are lists: pagination, categories
	Next     Pager
	Layouts  []Layout // tried in order
	// Discovery is where sites of this family keep sitemaps and feeds; it has
	// no lists.
	Discovery Discovery
	// Postback is the pager of the family's lists when it is the form of an
	// ASP.NET page, else nil.
	Postback *List

	exclude Patterns // see Portal.Excluded
}

// Layout is one way in which a family lays out a page.
type Layout struct {
	ID   string
	Kind model.Kind
	// Region is the part with the body. A page without it has another layout.
	// It is empty in a layout that is told by Stamp.
	Region      Choice
	Drop        Selector // chrome inside the region
	Title       Field
	Published   Field
	Author      Field
	Views       Field
	Attachments Selector // parts beside the region whose files belong to the page
	// Stamp, Signed and End read pages by the shape of their lines: the
	// headline is the line above the first line that matches Stamp, the body
	// lies between Stamp and End.
	Stamp  Pattern // groups day, month, year, views
	Signed Pattern // group value: the author
	End    Pattern
}

// ByLines tells that the layout reads lines, not markup.
func (l *Layout) ByLines() bool { return !l.Stamp.Empty() }

// Field tells where a value stands: the first part that Select finds and whose
// text Pattern agrees with. A Pattern with a group named value takes that
// group, one with day, month and year gives a date.
type Field struct {
	Select  Choice
	Pattern Pattern
}

// Recognises tells whether a parsed page was made by this family.
func (f *Family) Recognises(doc *html.Node) bool { return f.Markup.First(doc) != nil }

// RecognisesLine tells whether a line of text gives the family away.
func (f *Family) RecognisesLine(line string) bool { return f.Lines.Match(line) }
