package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"tracuu/internal/search"
	"tracuu/internal/server"
)

// CheckRequest is a text to check.
type CheckRequest struct {
	Text string `json:"text"` // at most 100 KB of UTF-8
}

// checkInput takes the body as it comes; what is wrong with it is said here.
type checkInput struct {
	media string
	body  io.Reader
}

// Resolve implements huma.Resolver.
func (in *checkInput) Resolve(ctx huma.Context) []error {
	in.media, in.body = ctx.Header("Content-Type"), ctx.BodyReader()
	return nil
}

// check adds POST /check: the numbers of a pasted text, each looked up.
func (r *resources) check() {
	op := operation{
		id: "check", path: v1 + "/check", tag: "search", summary: "Check the numbers in a text",
		description: "Finds every document number in a text and tells how it stands: held, only cited, superseded, unknown, or probably of another year. The text is not kept.",
	}
	huma.Register(r.api, op.huma(http.MethodPost), func(ctx context.Context, in *checkInput) (*answer[search.Check], error) {
		text, err := in.text()
		if err != nil {
			return nil, problemOf(err, "body", nothing)
		}
		out, err := r.service.Check(ctx, text)
		if err != nil {
			return nil, problemOf(err, "body", func(string) string { return text })
		}
		return &answer[search.Check]{Body: out}, nil
	})
	body := r.api.OpenAPI().Paths[op.path].Post
	body.RequestBody = checkBody(r.api.OpenAPI().Components.Schemas)
	for _, status := range []int{http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType} {
		problem := *body.Responses["422"]
		problem.Description = http.StatusText(status) + "."
		body.Responses[fmt.Sprint(status)] = &problem
	}
}

// checkBody describes the body, which the library does not read.
func checkBody(schemas huma.Registry) *huma.RequestBody {
	longest := search.MaxCheck
	text := &huma.Schema{Type: huma.TypeString, MaxLength: &longest}
	request := schemaFor[CheckRequest](schemas)
	schemas.Map()["CheckRequest"].Properties["text"] = text
	example := "Thực hiện Kế hoạch số 52/KH-UBND ngày 18/3/2022 của UBND huyện Phước Điền; Chỉ thị số 05-CT/TW."
	return &huma.RequestBody{
		Required: true, Description: "The text, as JSON or as it is.",
		Content: map[string]*huma.MediaType{
			"application/json": {Schema: request, Example: map[string]any{"text": example}},
			"text/plain":       {Schema: text, Example: example},
		},
	}
}

// text reads the body.
func (in *checkInput) text() (string, error) {
	media, _, err := mime.ParseMediaType(in.media)
	if err != nil || media != "application/json" && media != "text/plain" {
		return "", &Problem{
			Status: http.StatusUnsupportedMediaType, Title: "Không đọc được kiểu nội dung này",
			Detail: "Hãy gửi văn bản với Content-Type: text/plain, hoặc {\"text\": …} với Content-Type: application/json.",
		}
	}
	body, err := io.ReadAll(io.LimitReader(in.body, server.MaxBody+1))
	if err != nil {
		return "", unread(err)
	}
	if len(body) > server.MaxBody {
		return "", refusal(server.TooLarge())
	}
	if media == "text/plain" {
		return string(body), nil
	}
	return fromJSON(body)
}

// unread is an error of a body that did not come whole.
func unread(err error) error {
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		return err
	}
	return &Problem{
		Status: http.StatusBadRequest, Title: "Yêu cầu không hợp lệ", Detail: "Nội dung gửi lên không đến đủ.",
	}
}

// fromJSON reads {"text": …} and nothing else.
func fromJSON(body []byte) (string, error) {
	var sent struct {
		Text *string `json:"text"`
	}
	in := json.NewDecoder(bytes.NewReader(body))
	in.DisallowUnknownFields()
	err := in.Decode(&sent)
	if err == nil && in.More() {
		err = errors.New("more than one value")
	}
	var wrong *json.UnmarshalTypeError
	switch name, unknown := strings.CutPrefix(fmt.Sprint(err), "json: unknown field "); {
	case errors.As(err, &wrong) && wrong.Field != "":
		return "", flawed("body."+wrong.Field, "phải là chuỗi ký tự", wrong.Value)
	case errors.As(err, &wrong):
		return "", flawed("body", "phải là một đối tượng {\"text\": …}", wrong.Value)
	case err != nil && unknown:
		return "", flawed("body."+strings.Trim(name, `"`), "không phải trường của yêu cầu này; chỉ có text", "")
	case err != nil:
		p := flawed("body", "không phải JSON hợp lệ", string(body))
		p.Status = http.StatusBadRequest
		return "", p
	case sent.Text == nil:
		return "", flawed("body.text", "còn thiếu", "")
	}
	return *sent.Text, nil
}
