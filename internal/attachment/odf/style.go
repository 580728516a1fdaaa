package odf

import (
	"encoding/xml"
	"strings"
)

const maxParents = 16 // styles that build on each other

// styleSheet knows the fonts of the styles.
type styleSheet struct {
	fonts  map[string]string // family by name of the declaration
	styles map[string]style
	open   string // style that is being read
}

type style struct{ parent, font string }

func (s *styleSheet) token(t xml.Token) {
	start, ok := t.(xml.StartElement)
	if !ok || len(s.styles)+len(s.fonts) > maxNames {
		return
	}
	switch start.Name.Local {
	case "font-face":
		s.fonts[attribute(start, "name")] = strings.Trim(attribute(start, "font-family"), "'")
	case "default-style":
		s.open = ""
	case "style":
		s.open = attribute(start, "name")
		s.styles[s.open] = style{parent: attribute(start, "parent-style-name")}
	case "text-properties":
		family := strings.Trim(attribute(start, "font-family"), "'")
		if declared := s.fonts[attribute(start, "font-name")]; declared != "" {
			family = declared
		} else if family == "" {
			family = attribute(start, "font-name")
		}
		if family != "" {
			open := s.styles[s.open]
			open.font = family
			s.styles[s.open] = open
		}
	}
}

// font follows a style to its font; "" when neither it nor a parent has one.
func (s *styleSheet) font(name string) string {
	for range maxParents {
		found, ok := s.styles[name]
		if !ok || found.font != "" || name == "" {
			return found.font
		}
		name = found.parent
	}
	return ""
}
