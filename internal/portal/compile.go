package portal

import (
	"crypto/tls"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"tracuu/internal/model"
)

var idShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// compiler turns what a file says into rules and collects what is wrong, each
// with the path of its field ($.layouts[0].title).
type compiler struct{ faults []fault }

type fault struct {
	field string
	err   error
}

func (c *compiler) fail(field, format string, args ...any) {
	c.faults = append(c.faults, fault{field, fmt.Errorf(format, args...)})
}

func (c *compiler) selector(field string, css []string) Selector {
	var all Selector
	for i, one := range css {
		s, err := CompileSelector(one)
		if err != nil {
			at := field
			if !strings.HasSuffix(at, "]") {
				at = fmt.Sprintf("%s[%d]", field, i)
			}
			c.fail(at, "%q is not a CSS selector: %w", one, err)
			continue
		}
		all.group = append(all.group, s.group...)
	}
	return all
}

func (c *compiler) choice(field string, css []string) Choice {
	var all Choice
	for i, one := range css {
		all = append(all, c.selector(fmt.Sprintf("%s[%d]", field, i), []string{one}))
	}
	return all
}

func (c *compiler) pattern(field, expr string) Pattern {
	p, err := CompilePattern(expr)
	if err != nil {
		c.fail(field, "not a regular expression: %w", err)
	}
	return p
}

func (c *compiler) patterns(field string, exprs []string) Patterns {
	var all Patterns
	for i, e := range exprs {
		all = append(all, c.pattern(fmt.Sprintf("%s[%d]", field, i), e))
	}
	return all
}

func (c *compiler) id(id string) {
	if !idShape.MatchString(id) {
		c.fail("$.id", "%q must be lower-case ASCII words joined by -", id)
	}
}

func (c *compiler) field(path string, f fieldFile) Field {
	if f.Pattern != "" && len(f.Select) == 0 {
		c.fail(path, "pattern without select")
	}
	return Field{Select: c.choice(path+".select", f.Select), Pattern: c.pattern(path+".pattern", f.Pattern)}
}

func (c *compiler) family(f familyFile) *Family {
	c.id(f.ID)
	fam := &Family{
		ID: f.ID, Name: f.Name, Fallback: f.Fallback,
		exclude: c.patterns("$.exclude", f.Exclude),
		Markup:  c.selector("$.recognise.select", f.Recognise.Select),
		Lines:   c.patterns("$.recognise.lines", f.Recognise.Lines),
		Chrome:  c.selector("$.chrome", f.Chrome),
		Noise:   c.patterns("$.noise", f.Noise),
		Lists:   c.patterns("$.lists", f.Lists),
		Next:    c.pager(f.Next),
	}
	fam.Discovery, fam.Postback = c.familyDiscovery(f.Discovery)
	recognises := len(f.Recognise.Select)+len(f.Recognise.Lines) > 0
	if recognises == f.Fallback {
		c.fail("$.id", "a family either has recognise rules or is the fallback")
	}
	if f.Fallback && (len(f.Layouts) != 1 || len(f.Layouts[0].Region) == 0) {
		c.fail("$.layouts", "the fallback needs exactly one layout, with a region")
	}
	for i, l := range f.Layouts {
		fam.Layouts = append(fam.Layouts, c.layout(fmt.Sprintf("$.layouts[%d]", i), l))
	}
	return fam
}

func (c *compiler) layout(path string, l layoutFile) Layout {
	kind := model.Kind(l.Kind)
	if !slices.Contains([]model.Kind{model.KindArticle, model.KindDocument, model.KindList, model.KindOther}, kind) {
		c.fail(path+".kind", "%q is none of article, document, list, other", l.Kind)
	}
	if (len(l.Region) > 0) == (l.Stamp != "") {
		c.fail(path, "a layout has either region or stamp")
	}
	return Layout{
		ID: l.ID, Kind: kind,
		Region:      c.choice(path+".region", l.Region),
		Drop:        c.selector(path+".drop", l.Drop),
		Title:       c.field(path+".title", l.Title),
		Published:   c.field(path+".published", l.Published),
		Author:      c.field(path+".author", l.Author),
		Views:       c.field(path+".views", l.Views),
		Attachments: c.selector(path+".attachments", l.Attachments),
		Stamp:       c.pattern(path+".stamp", l.Stamp),
		Signed:      c.pattern(path+".signed", l.Signed),
		End:         c.pattern(path+".end", l.End),
	}
}

func (c *compiler) portal(f portalFile) *Portal {
	c.id(f.ID)
	p := &Portal{
		ID: f.ID, Name: f.Name, Hosts: f.Hosts, Files: f.Files, Seeds: f.Seeds, Family: f.Family, Browser: f.Browser,
		Place: f.Place, Province: f.Province, Issuer: f.Issuer,
		titles:  c.patterns("$.titles", f.Titles),
		exclude: c.patterns("$.exclude", f.Exclude),
	}
	p.Discovery = c.discovery("$.discovery", f.Discovery)
	if len(f.Discovery.Postback.Select) > 0 {
		c.fail("$.discovery.postback", "belongs to a family; a portal has it in the pages of a list")
	}
	for i, h := range f.Files {
		if !hostShape(h) {
			c.fail(fmt.Sprintf("$.files[%d]", i), "%q must be a lower-case host name without scheme or port", h)
		}
	}
	for i, h := range f.Hosts {
		if !hostShape(h) {
			c.fail(fmt.Sprintf("$.hosts[%d]", i), "%q must be a lower-case host name without scheme or port", h)
		}
	}
	for i, s := range f.Seeds {
		u, err := url.Parse(s)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			c.fail(fmt.Sprintf("$.seeds[%d]", i), "%q must be an absolute http(s) address", s)
		}
	}
	if len(f.Hosts) == 0 && len(f.Titles) == 0 {
		c.fail("$.id", "a portal needs hosts or titles, or no page will be known as its own")
	}
	c.manners(p, f)
	return p
}

// manners reads how a portal wants to be asked.
func (c *compiler) manners(p *Portal, f portalFile) {
	if f.Delay != "" {
		d, err := time.ParseDuration(f.Delay)
		if err != nil || d < 0 {
			c.fail("$.delay", "%q is not a duration such as 2s", f.Delay)
		}
		p.Delay = d
	}
	if p.Connections = f.Connections; p.Connections < 0 || p.Connections > maxConnections {
		c.fail("$.connections", "%d is not between 1 and %d", f.Connections, maxConnections)
	}
	if f.Hours != "" {
		hours, err := ParseHours(f.Hours)
		if err != nil {
			c.fail("$.hours", "%w", err)
		}
		p.Hours = hours
	}
	oldest, known := tlsVersions[f.TLS.Oldest]
	if !known {
		c.fail("$.tls.oldest", "%q is none of 1.0, 1.1, 1.2", f.TLS.Oldest)
	}
	p.TLS = TLS{Oldest: oldest, Broken: f.TLS.Broken}
	p.Revisit = Revisit{
		Lists: c.span("$.revisit.lists", f.Revisit.Lists),
		Pages: c.span("$.revisit.pages", f.Revisit.Pages),
		Files: c.span("$.revisit.files", f.Revisit.Files),
	}
	p.Addresses = Addresses{Drop: f.Addresses.Drop, FoldCase: f.Addresses.FoldCase}
}

func (c *compiler) span(field, text string) Span {
	if text == "" {
		return Span{}
	}
	s, err := ParseSpan(text)
	if err != nil {
		c.fail(field, "%w", err)
	}
	return s
}

func hostShape(h string) bool {
	return h != "" && h == strings.ToLower(h) && !strings.ContainsAny(h, "/: ")
}

// maxConnections bounds what a portal may be said to bear.
const maxConnections = 8

var tlsVersions = map[string]uint16{"": 0, "1.0": tls.VersionTLS10, "1.1": tls.VersionTLS11, "1.2": tls.VersionTLS12}
