package client

import (
	"context"
	"io"
	"net/url"
)

// Format is a form in which all rows of a question can be taken away.
type Format string

// The formats.
const (
	CSV     Format = "csv"
	XLSX    Format = "xlsx"
	JSONL   Format = "jsonl"
	Parquet Format = "parquet"
)

// Targets returns a page of indicators with their values.
func (c *Client) Targets(ctx context.Context, q TargetsQuestion) (TargetsAnswer, error) {
	var out TargetsAnswer
	return out, c.get(ctx, "/api/v1/targets", q.values(), &out)
}

// Assignments returns a page of tasks that are given to agencies.
func (c *Client) Assignments(ctx context.Context, q AssignmentsQuestion) (AssignmentsAnswer, error) {
	var out AssignmentsAnswer
	return out, c.get(ctx, "/api/v1/assignments", q.values(), &out)
}

// Missing returns a page of documents that are cited and not held.
func (c *Client) Missing(ctx context.Context, q MissingQuestion) (MissingAnswer, error) {
	var out MissingAnswer
	return out, c.get(ctx, "/api/v1/missing", q.values(), &out)
}

// Export writes all rows of a question as a file.
func (c *Client) Export(ctx context.Context, q Exported, f Format, to io.Writer) error {
	v := q.values()
	v.Set("format", string(f))
	return c.download(ctx, q.table()+"?"+v.Encode(), to)
}

// Exported is a question whose rows can be exported: Question, TargetsQuestion,
// AssignmentsQuestion, MissingQuestion.
type Exported interface {
	values() url.Values
	table() string
}

func (Question) table() string            { return "/api/v1/search" }
func (TargetsQuestion) table() string     { return "/api/v1/targets" }
func (AssignmentsQuestion) table() string { return "/api/v1/assignments" }
func (MissingQuestion) table() string     { return "/api/v1/missing" }
