package search

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"tracuu/internal/config"
	"tracuu/internal/export"
	"tracuu/internal/search"
	"tracuu/internal/store/sqlite"
)

type exportCommand struct {
	Search      exportSearch      `cmd:"" help:"xuất mọi kết quả của một câu hỏi"`
	Targets     exportTargets     `cmd:"" help:"xuất bảng chỉ tiêu"`
	Assignments exportAssignments `cmd:"" help:"xuất bảng nhiệm vụ giao"`
	Missing     exportMissing     `cmd:"" help:"xuất bảng văn bản được nhắc đến mà chưa có"`
}

func newExport() exportCommand {
	to := func() exportTo { return exportTo{Options: config.NewFlags("data")} }
	return exportCommand{
		Search:  exportSearch{exportTo: to()},
		Targets: exportTargets{exportTo: to()}, Assignments: exportAssignments{exportTo: to()}, Missing: exportMissing{exportTo: to()},
	}
}

// exportTo is where an export goes and in which form.
type exportTo struct {
	Format  string       `placeholder:"DẠNG" help:"csv, xlsx, jsonl hoặc parquet [mặc định: theo đuôi tên tệp, hoặc csv]"`
	Out     string       `short:"o" placeholder:"TỆP" help:"tệp để ghi; để trống hoặc - là in ra đầu ra chuẩn"`
	Sort    string       `placeholder:"THỨ-TỰ" help:"thứ tự dòng; dấu - phía trước là ngược lại, ví dụ --sort=-issued"`
	Options config.Flags `embed:""`
}

// exportFacts are the filters that targets and assignments share.
type exportFacts struct {
	Due      string `placeholder:"KHOẢNG" help:"thời hạn: 2022, 2022-06, 30/6/2022, 2022-01..2022-06"`
	Issued   string `placeholder:"KHOẢNG" help:"ngày văn bản, hoặc ngày bài đăng nếu bài không công bố văn bản"`
	Place    string `placeholder:"NƠI" help:"nơi, kể cả những huyện cũ trong đó"`
	Portal   string `placeholder:"CỔNG" help:"mã cổng thông tin"`
	Issuer   string `placeholder:"CƠ-QUAN" help:"chữ có trong tên cơ quan ban hành"`
	Document string `placeholder:"MÃ" help:"mã văn bản"`
}

type exportTargets struct {
	Indicator string `placeholder:"CHỮ" help:"chữ có trong tên chỉ tiêu"`
	Family    string `placeholder:"MÃ" help:"nhóm chỉ tiêu, ví dụ poverty_rate"`
	Unit      string `placeholder:"ĐƠN-VỊ" help:"đơn vị như trong văn bản, ví dụ %"`
	Value     string `placeholder:"SỐ" help:"giá trị: 50, '>=50', 50..80, '<2,5'"`
	Year      string `placeholder:"NĂM" help:"năm của thời hạn, hoặc của văn bản nếu không có thời hạn: 2019, 2021..2025"`
	exportFacts
	exportTo
}

type exportAssignments struct {
	Agency string `placeholder:"CHỮ" help:"chữ có trong tên cơ quan được giao"`
	exportFacts
	exportTo
}

type exportMissing struct {
	Type   string `placeholder:"LOẠI" help:"loại văn bản, ví dụ KH"`
	Year   string `placeholder:"NĂM" help:"năm ban hành: 2019, 2021..2025"`
	Issuer string `placeholder:"CƠ-QUAN" help:"chữ có trong tên cơ quan ban hành"`
	Portal string `placeholder:"CỔNG" help:"chỉ văn bản được nhắc đến trên cổng này"`
	Least  string `placeholder:"SỐ" help:"số bài nhắc đến, ít nhất"`
	exportTo
}

// Run implements kong's command.
func (c *exportTargets) Run(s *session) error {
	v := c.values(c.Sort)
	v.Set("indicator", c.Indicator)
	v.Set("family", c.Family)
	v.Set("unit", c.Unit)
	v.Set("value", c.Value)
	v.Set("year", c.Year)
	q, err := search.ParseTargets(v)
	if err != nil {
		return err
	}
	return s.export(c.exportTo, func(ctx context.Context, of *search.Service) (export.Table, error) { return of.TargetsTable(ctx, q) })
}

// Run implements kong's command.
func (c *exportAssignments) Run(s *session) error {
	v := c.values(c.Sort)
	v.Set("agency", c.Agency)
	q, err := search.ParseAssignments(v)
	if err != nil {
		return err
	}
	return s.export(c.exportTo, func(ctx context.Context, of *search.Service) (export.Table, error) {
		return of.AssignmentsTable(ctx, q)
	})
}

// Run implements kong's command.
func (c *exportMissing) Run(s *session) error {
	q, err := search.ParseMissing(url.Values{
		"type": {c.Type}, "year": {c.Year}, "issuer": {c.Issuer}, "portal": {c.Portal}, "least": {c.Least}, "sort": {c.Sort},
	})
	if err != nil {
		return err
	}
	return s.export(c.exportTo, func(ctx context.Context, of *search.Service) (export.Table, error) { return of.MissingTable(ctx, q) })
}

func (f exportFacts) values(sort string) url.Values {
	return url.Values{
		"due": {f.Due}, "issued": {f.Issued}, "place": {f.Place}, "portal": {f.Portal}, "issuer": {f.Issuer}, "document": {f.Document}, "sort": {sort},
	}
}

// format is what was asked for, else what the name of the file says.
func (t exportTo) format() (export.Format, error) {
	name := t.Format
	if name == "" {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(t.Out)), ".")
	}
	if name == "" {
		name = string(export.CSV)
	}
	f, asked, err := search.ParseFormat(url.Values{"format": {name}})
	if err == nil && !asked {
		err = fmt.Errorf("--format %s: phải là csv, xlsx, jsonl hoặc parquet", name)
	}
	return f, err
}

// export writes a table of the store. It opens nothing else, so that it works
// beside a running serve.
func (s *session) export(to exportTo, table func(context.Context, *search.Service) (export.Table, error)) (err error) {
	format, err := to.format()
	if err != nil {
		return err
	}
	e, err := to.Options.Load(s.environ)
	if err != nil {
		return err
	}
	names, err := portalNames()
	if err != nil {
		return err
	}
	kept, err := sqlite.Open(s.ctx, e.Data, sqlite.Options{ReadOnly: true})
	if err != nil {
		return explain(e.Data, err)
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	t, err := table(s.ctx, search.New(kept, nil, names))
	if err != nil {
		return err
	}
	return s.write(to, format, t)
}

// write puts a table into the file that was named, or on standard output.
func (s *session) write(to exportTo, format export.Format, t export.Table) (err error) {
	write := func(w io.Writer) (int, error) { return export.Write(format, w, t) }
	var rows int
	if to.Out == "" || to.Out == "-" {
		rows, err = write(s.stdout)
	} else {
		rows, err = writeFile(to.Out, write)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.stderr, "%s: %d dòng\n", t.Title, rows)
	return err
}

// writeFile writes beside the file and takes its place when all went well, so
// that no half of an export bears its name.
func writeFile(path string, write func(io.Writer) (int, error)) (rows int, err error) {
	file, err := os.OpenFile(path+".tmp", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666) //nolint:gosec // a table for others to read; the umask decides
	if err != nil {
		return 0, fmt.Errorf("không ghi được %s: %w", path, err)
	}
	rows, err = write(file)
	err = errors.Join(err, file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return rows, errors.Join(fmt.Errorf("ghi %s: %w", path, err), os.Remove(file.Name()))
	}
	return rows, nil
}
