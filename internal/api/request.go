package api

import (
	"context"
	"net/url"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"tracuu/internal/suggest"
)

type contextKey string

// What checked leaves in the context of a request.
const (
	queryKey  contextKey = "query"
	chosenKey contextKey = "fields"
)

// checked reads the query once. A parameter that the operation does not have is
// a problem: a misspelt filter must not look like an answer to it.
func checked(ctx huma.Context, next func(huma.Context)) {
	address := ctx.URL()
	values, err := url.ParseQuery(address.RawQuery)
	problem := unescaped(err)
	if problem == nil {
		problem = unknown(ctx.Operation(), values)
	}
	var chosen selection
	if problem == nil {
		shape, _ := ctx.Operation().Metadata[shapeKey].(*shape)
		chosen, problem = choose(shape, values)
	}
	if problem != nil {
		write(humagin.Unwrap(ctx), problem)
		return
	}
	next(huma.WithValue(huma.WithValue(ctx, queryKey, values), chosenKey, chosen))
}

func unescaped(err error) *Problem {
	if err == nil {
		return nil
	}
	return flawed("query", "không đọc được: dấu % phải đi với hai chữ số 0-9, A-F, và không dùng dấu chấm phẩy", err.Error())
}

// unknown names the first parameter, in the order of the alphabet, that the
// operation does not take, and the one that was meant.
func unknown(op *huma.Operation, values url.Values) *Problem {
	var names, known []string
	for _, p := range op.Parameters {
		if p.In == "query" {
			known = append(known, p.Name)
		}
	}
	for name := range values {
		if !slices.Contains(known, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	name := slices.Min(names)
	message := "không phải tham số của địa chỉ này"
	if len(known) > 0 {
		message += "; gần nhất là " + suggest.Nearest(name, known)
	}
	p := flawed("query."+name, message, values.Get(name))
	p.Detail = "Tham số " + p.Detail
	return p
}

// asked is the query of a request.
func asked(ctx context.Context) url.Values {
	values, _ := ctx.Value(queryKey).(url.Values)
	return values
}
