package search

import (
	"errors"
	"net/url"
	"strings"

	"tracuu/internal/search"
)

// exportSearch writes all that a question finds. It needs the index, and so no
// serve beside it.
type exportSearch struct {
	Text []string `arg:"" name:"câu-hỏi" help:"số, ký hiệu, chữ và bộ lọc, như ở ô tìm kiếm"`
	exportTo
}

// Run implements kong's command.
func (c *exportSearch) Run(s *session) (err error) {
	question := url.Values{"q": {strings.Join(c.Text, " ")}, "sort": {c.Sort}}
	if _, err := search.ParseQuestion(question); err != nil {
		return err
	}
	format, err := c.format()
	if err != nil {
		return err
	}
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	h, err := open(s.ctx, e.Data)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	if err := h.sync(s.ctx, e.Data); err != nil {
		return err
	}
	table, err := h.service.SearchTable(s.ctx, question)
	if err != nil {
		return err
	}
	return s.write(c.exportTo, format, table)
}
