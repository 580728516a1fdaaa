package search

import (
	"encoding/json"
	"errors"
	"strings"

	"tracuu/internal/config"
	"tracuu/internal/search"
)

type queryCommand struct {
	Text    []string     `arg:"" name:"câu-hỏi" help:"số, ký hiệu hoặc chữ cần tìm; có dấu hay không dấu đều được"`
	Limit   int          `default:"10" placeholder:"SỐ" help:"số kết quả nhiều nhất, 1 đến 100 [mặc định ${default}]"`
	Offset  int          `default:"0" placeholder:"SỐ" help:"bỏ qua bao nhiêu kết quả đầu"`
	Portal  string       `placeholder:"CỔNG" help:"chỉ tìm nội dung trên cổng thông tin này"`
	Explain bool         `help:"cho biết điểm của mỗi kết quả gồm những gì"`
	JSON    bool         `name:"json" help:"in ra JSON như API, cho chương trình khác"`
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *queryCommand) Run(s *session) error {
	q := search.Question{Text: strings.Join(c.Text, " "), Portal: c.Portal, Limit: c.Limit, Offset: c.Offset, Explain: c.Explain}
	return s.ask(c.Options, c.JSON, func(h *house) (search.Answer, error) { return h.service.Search(s.ctx, q) })
}

// ask opens the data folder, brings the index in step, and prints an answer.
func (s *session) ask(options config.Flags, asJSON bool, question func(*house) (search.Answer, error)) (err error) {
	e, err := options.Load(s.environ)
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
	answer, err := question(h)
	if err != nil {
		return err
	}
	if asJSON {
		encoder := json.NewEncoder(s.stdout)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(answer)
	}
	look, out := s.terminal()
	return errors.Join(printReading(s.stderr, answer), printAnswer(out, look, answer))
}
