package search

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"tracuu/internal/config"
	"tracuu/internal/doctor"
)

type doctorCommand struct {
	JSON    bool         `name:"json" help:"in ra JSON cho chương trình khác"`
	Options config.Flags `embed:""`
}

var errUnwell = errors.New("có chỗ hỏng, xem các dòng LỖI ở trên")

// Run implements kong's command. The exit status is 1 when something is broken.
func (c *doctorCommand) Run(s *session) error {
	var findings []doctor.Finding
	e, err := c.Options.Load(s.environ)
	if err != nil {
		findings = []doctor.Finding{{
			Check: "config", Name: "Cấu hình", State: doctor.Error, Detail: strings.ReplaceAll(err.Error(), "\n", "; "), Advice: "sửa chỗ được nêu; các tùy chọn: search config dump",
		}}
	} else {
		findings = doctor.Examine(s.ctx, doctor.Patient{Dir: e.Data, Listen: e.Search.Listen, Now: time.Now()})
	}
	if c.JSON {
		encoder := json.NewEncoder(s.stdout)
		encoder.SetIndent("", "  ")
		err = encoder.Encode(findings)
	} else {
		err = printFindings(s.stdout, findings)
	}
	if err == nil && !doctor.Healthy(findings) {
		err = errUnwell
	}
	return err
}

// printFindings writes a line a finding, and below it what to do.
func printFindings(w io.Writer, findings []doctor.Finding) error {
	state := map[doctor.State]string{doctor.OK: "ổn", doctor.Warning: "LƯU Ý", doctor.Error: "LỖI"}
	width := 0
	for _, f := range findings {
		width = max(width, utf8.RuneCountInString(f.Name))
	}
	var b strings.Builder
	for _, f := range findings {
		pad := strings.Repeat(" ", width-utf8.RuneCountInString(f.Name))
		fmt.Fprintf(&b, "%-6s %s%s  %s\n", state[f.State], f.Name, pad, plain(cmp.Or(f.Detail, "-")))
		if f.Advice != "" {
			fmt.Fprintf(&b, "       %s  → %s\n", strings.Repeat(" ", width), f.Advice)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
