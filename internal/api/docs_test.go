package api

import (
	"bytes"
	"testing"
	"text/template"
)

const markdown = `# API

Written from the OpenAPI document by ` + "`go test ./internal/api -update`" + `; do not edit. The same is served as a page at ` + "`/api`" + `, for
programs at ` + "`/api/v1/openapi.json`" + ` and ` + "`.yaml`" + ` (OpenAPI 3.1). The Go package ` + "`client`" + ` asks all of it.

Version {{.Version}}.
{{range .Topics}}
## {{.Title}}

{{.Text}}
{{end}}{{range .Sections}}
## {{.Name}}

{{.About}}
{{range .Operations}}
### {{.Summary}}

` + "`{{.Method}} {{.Path}}`" + `

{{.About}}
{{if .Parameters}}
| parameter | form | meaning |
|---|---|---|
{{range .Parameters}}| ` + "`{{.Name}}`" + `{{if eq .In "path"}} (in the path){{end}} | {{.Type}} | {{.About}} |
{{end}}{{end}}{{with .Body}}
Takes: {{.}}.
{{end}}
Answers: {{.Answer}}. {{range $i, $s := .Statuses}}{{if $i}}; {{end}}{{.}}{{end}}.
{{with .Example}}
Example: ` + "`{{.}}`" + `
{{end}}{{with .Sent}}
` + "```json\n{{.}}\n```" + `
{{end}}{{end}}{{end}}
## Types
{{range .Types}}
### {{.Name}}

{{.About}}

| field | type | meaning |
|---|---|---|
{{range .Fields}}| ` + "`{{.Name}}`" + ` | {{.Type}} | {{.About}} |
{{end}}{{end}}`

func TestDocsAreThoseOfTheDocument(t *testing.T) {
	page, err := template.New("API.md").Parse(markdown)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := page.Execute(&out, view(documentOf(t))); err != nil {
		t.Fatal(err)
	}
	golden(t, "../../docs/API.md", out.Bytes())
}
