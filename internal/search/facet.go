package search

import (
	"slices"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/topic"
)

// fieldName is how people call a field, in Vietnamese.
func fieldName(f filter.Field) string {
	switch f {
	case filter.Type:
		return "loại văn bản"
	case filter.Issuer:
		return "cơ quan ban hành"
	case filter.Level:
		return "cấp ban hành"
	case filter.Place:
		return "nơi"
	case filter.Year:
		return "năm"
	case filter.Day:
		return "ngày"
	case filter.Portal:
		return "nguồn"
	case filter.Topic:
		return "lĩnh vực"
	case filter.File:
		return "tệp đính kèm"
	case filter.State:
		return "tình trạng"
	}
	return string(f)
}

// valueName is how people call a value of a field, in Vietnamese.
func (s *Service) valueName(f filter.Field, value string) string {
	switch f {
	case filter.Type:
		return docnum.TypeName(value)
	case filter.Level:
		return levelName(value)
	case filter.Portal:
		return s.portalName(value)
	case filter.File:
		return "có tệp đính kèm"
	case filter.State:
		return stateName(model.Status(value))
	case filter.Topic:
		return topic.Name(value)
	case filter.Issuer, filter.Place, filter.Year, filter.Day:
	}
	return value
}

func levelName(level string) string {
	switch level {
	case "trung-uong":
		return "trung ương"
	case "tinh":
		return "cấp tỉnh"
	case "huyen":
		return "cấp huyện"
	case "xa":
		return "cấp xã"
	}
	return level
}

func stateName(state model.Status) string {
	switch state {
	case model.Held:
		return "đã có văn bản"
	case model.Listed:
		return "có trong sổ đăng ký"
	case model.CitedOnly:
		return "được nhắc đến"
	}
	return string(state)
}

// facets names what an engine counted, and marks what the condition chooses.
func (s *Service) facets(counted []index.Facet, where *filter.Expr) []Facet {
	out := make([]Facet, len(counted))
	for i, c := range counted {
		chosen := where.Chosen(c.Field)
		out[i] = Facet{Field: c.Field, Name: fieldName(c.Field), Values: []FacetValue{}, Others: c.Others}
		for _, v := range c.Values {
			out[i].Values = append(out[i].Values, FacetValue{
				Value: v.Value, Name: s.valueName(c.Field, v.Value), Count: v.Count, Chosen: slices.Contains(chosen, v.Value),
			})
		}
	}
	return out
}
