package portal

// Discovery is how the articles of a portal are found beside following links.
// Addresses are absolute, or paths on the host where the crawl starts, so that
// a copy of the portal on another host is discovered alike.
type Discovery struct {
	Sitemaps []string
	Feeds    []string // RSS and Atom
	Lists    []List
	IDs      []IDRange
}

// List returns a list by its id, and false when there is none.
func (d *Discovery) List(id string) (*List, bool) {
	for i := range d.Lists {
		if d.Lists[i].ID == id {
			return &d.Lists[i], true
		}
	}
	return nil, false
}

// Range returns a range of ids by its own id, and false when there is none.
func (d *Discovery) Range(id string) (*IDRange, bool) {
	for i := range d.IDs {
		if d.IDs[i].ID == id {
			return &d.IDs[i], true
		}
	}
	return nil, false
}

// List is a list of entries that is parted into pages.
type List struct {
	ID string
	// Starts are the first pages. Empty: the first page is asked for as
	// Pages.Address says.
	Starts []string
	Items  Selector // the links of the entries on a page of HTML
	JSON   *JSONList
	Pages  Pages
	Most   int // pages that are followed, a bound against lists without end
}

// Paging is the way in which a list asks for its next page.
type Paging string

// The ways that portals use.
const (
	ByQuery    Paging = "query"    // ?page=2
	ByPath     Paging = "path"     // …/page/2/
	ByTemplate Paging = "address"  // another address or a form, with the number in it
	ByPostback Paging = "postback" // the form of an ASP.NET page
)

// Pages tells how the pages of a list are asked for. The number of the page at
// index i, counted from 0, is First + i*Step.
type Pages struct {
	By      Paging
	Query   string // ByQuery: the parameter
	Path    string // ByPath: behind the list's own path, with {n}
	Address string // ByTemplate: with {n}, unless Form has it
	Form    string // ByTemplate: the body of a POST, with {n}; empty: GET
	First   int
	Step    int
	// Postback are the links and buttons of the pager of an ASP.NET page; Words
	// is what the one to the next page says when no number tells it.
	Postback Selector
	Words    Pattern
}

// JSONList tells where the entries stand in a list that is JSON. A path is
// names and positions joined by dots: "data.list", "d.0.items".
type JSONList struct {
	Items string // the entries; empty: the answer itself
	Link  string // in an entry: its address
	// Address builds the address of an entry from its fields, "/tin/{slug}-{id}.html",
	// where there is no Link.
	Address string
	Title   string // in an entry
	HTML    string // a fragment with links, instead of Items
	Last    string // the number of pages
	Total   string // the number of entries
}

// IDRange is a portal whose pages are numbered: those that nothing links to
// any more are still there.
type IDRange struct {
	ID      string
	Address string // with {n}
	From    int
	To      int
	// Misses is how many numbers without a page in a row end the range.
	Misses int
}
