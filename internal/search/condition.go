package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/filter"
	"tracuu/internal/model"
	"tracuu/internal/topic"
)

// Bounds of the filters of a question.
const (
	maxFilterValues = 50  // of one field
	maxFilterBytes  = 256 // of one value
)

// condition is what the filters of a question require: of each field one of the
// values. Errors are FieldErrors.
func (q Question) condition() (*filter.Expr, error) {
	var all []*filter.Expr
	for _, f := range filter.Fields() {
		values := q.Filters[f]
		if len(values) == 0 {
			continue
		}
		if len(values) > maxFilterValues {
			return nil, &FieldError{string(f), fmt.Sprintf("có quá %d giá trị", maxFilterValues)}
		}
		one := filter.Expr{Op: filter.Or}
		for _, value := range values {
			e, err := requirement(f, value)
			if err != nil {
				return nil, err
			}
			one.Of = append(one.Of, e)
		}
		if len(one.Of) == 1 {
			one = one.Of[0]
		}
		all = append(all, &one)
	}
	return filter.All(all...), nil
}

// requirement reads one value of a filter.
func requirement(f filter.Field, value string) (filter.Expr, error) {
	value, err := cleanText(string(f), value)
	if err != nil {
		return filter.Expr{}, err
	}
	if len(value) > maxFilterBytes {
		return filter.Expr{}, &FieldError{string(f), fmt.Sprintf("dài quá %d byte", maxFilterBytes)}
	}
	e := filter.Expr{Op: filter.Is, Field: f, Value: value}
	closed := func(values ...string) error {
		if slices.Contains(values, value) {
			return nil
		}
		return &FieldError{string(f), "phải là một trong: " + strings.Join(values, ", ")}
	}
	switch f {
	case filter.Year:
		e.Op, e.Value = filter.In, ""
		e.From, e.To, err = yearsOf(value)
	case filter.Day:
		e.Op, e.Value = filter.In, ""
		e.From, e.To, err = daysOf(value)
	case filter.Type:
		code, ok := docnum.TypeCode(value)
		if !ok {
			err = &FieldError{string(f), "không biết loại văn bản này; ví dụ: KH, QĐ, CT"}
		}
		e.Value = code
	case filter.Level:
		err = closed(filter.Levels()...)
	case filter.File:
		err = closed(filter.WithFile)
	case filter.State:
		err = closed(states()...)
	case filter.Topic:
		if topic.Name(value) == value {
			err = &FieldError{string(f), "không biết lĩnh vực này"}
		}
	case filter.Issuer, filter.Place, filter.Portal:
	}
	return e, err
}

// states are the values of filter.State.
func states() []string {
	return []string{string(model.Held), string(model.Listed), string(model.CitedOnly)}
}

// yearsOf reads a year or a range of years; 0 is open.
func yearsOf(text string) (from, to int, err error) {
	first, last, ranged := strings.Cut(text, "..")
	if from, err = yearOf(first, ranged); err != nil {
		return 0, 0, err
	}
	if !ranged {
		return from, from, nil
	}
	if to, err = yearOf(last, true); err != nil {
		return 0, 0, err
	}
	if to != 0 && to < from {
		return 0, 0, &FieldError{string(filter.Year), "năm sau nhỏ hơn năm trước"}
	}
	return from, to, nil
}

func yearOf(text string, mayBeOpen bool) (int, error) {
	if text = strings.TrimSpace(text); text == "" && mayBeOpen {
		return 0, nil
	}
	year, err := strconv.Atoi(text)
	if err != nil || year < 1 || year > 9999 {
		return 0, &FieldError{string(filter.Year), "phải là năm hoặc khoảng năm: 2022, 2021..2025, 2021.., ..2025"}
	}
	return year, nil
}

// daysOf reads a range of ISO days as numbers; 0 is open.
func daysOf(text string) (from, to int, err error) {
	first, last, _ := strings.Cut(text, "..")
	days := [2]int{}
	for i, part := range []string{first, last} {
		day, err := model.ParseDate(strings.TrimSpace(part))
		if err != nil {
			return 0, 0, &FieldError{[]string{"from", "to"}[i], "phải là ngày dạng 2022-03-18"}
		}
		days[i] = day.Number()
	}
	if days[1] != 0 && days[1] < days[0] {
		return 0, 0, &FieldError{"to", "ở trước ngày bắt đầu"}
	}
	return days[0], days[1], nil
}
