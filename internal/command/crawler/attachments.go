package crawler

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tracuu/internal/config"
	"tracuu/internal/model"
)

type attachmentsCommand struct {
	List  listFilesCommand  `cmd:"" help:"liệt kê các tệp chưa đọc được hoặc đọc chưa trọn, kèm lý do"`
	Retry retryFilesCommand `cmd:"" help:"đọc lại từ bản lưu các tệp chưa đọc được; dừng lúc nào cũng được, chạy lại là đi tiếp"`
}

type listFilesCommand struct {
	Reason  []string     `help:"chỉ các lý do này: ${faults}" placeholder:"LÝ-DO,…"`
	Limit   int          `default:"200" help:"số tệp nhiều nhất được liệt kê"`
	Options config.Flags `embed:""`
}

// Run implements kong's command.
func (c *listFilesCommand) Run(s *session) (err error) {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	faults, err := readFaults(c.Reason)
	if err != nil {
		return err
	}
	kept, err := openStore(s.ctx, e.Data, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	files, err := kept.FaultyFiles(s.ctx, faults...)
	if err != nil {
		return err
	}
	say := sayer{w: s.stdout}
	counts := map[model.Fault]int{}
	for i, f := range files {
		counts[f.Fault]++
		if i < c.Limit {
			say.line("%s\t%s\t%s", f.Fault, f.URL, f.Reason)
		}
	}
	if len(files) > c.Limit {
		say.line("… và %d tệp khác", len(files)-c.Limit)
	}
	parts := make([]string, 0, len(counts))
	for _, fault := range model.Faults() {
		if n := counts[fault]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", fault, n))
		}
	}
	say.line("%s", strings.TrimSuffix(fmt.Sprintf("%d tệp chưa đọc trọn: %s", len(files), strings.Join(parts, ", ")), ": "))
	return say.err
}

// readFaults reads the names of faults; none, or "all", mean any.
func readFaults(names []string) ([]model.Fault, error) {
	var faults []model.Fault
	for _, name := range names {
		fault := model.Fault(strings.ToLower(strings.TrimSpace(name)))
		switch {
		case fault == "all":
			return nil, nil
		case !slices.Contains(model.Faults(), fault):
			return nil, fmt.Errorf("không có lý do %q; các lý do là: %s", name, faultNames())
		}
		faults = append(faults, fault)
	}
	return faults, nil
}

func faultNames() string {
	names := []string{"all"}
	for _, f := range model.Faults() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}
