package crawler

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"tracuu/internal/health"
	"tracuu/internal/store"
)

// statusReport is the output of status --json.
type statusReport struct {
	Stats    store.Stats     `json:"stats"`
	Portals  []health.Portal `json:"portals"`
	Failures []failureLine   `json:"failures"`
}

type failureLine struct {
	URL    string `json:"url"`
	Reason string `json:"reason"`
}

func (r *statusReport) write(w io.Writer) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(r)
}

// healthTable prints a line a portal, and its alarms and errors below.
func healthTable(w io.Writer, portals []health.Portal) error {
	if len(portals) == 0 {
		return nil
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	say := sayer{w: table}
	say.line("cổng\tđọc được lần cuối\ttrang\tbài\ttiêu đề\tngày\tnội dung\tsố hiệu\tlỗi\tbáo động")
	for i := range portals {
		p := &portals[i]
		faults := 0
		for _, f := range p.Run.Faults {
			faults += f.Count
		}
		line := fmt.Sprintf("%s\t%s\t%d\t%d", p.Portal, moment(p.Success), p.Run.Pages, p.Run.Articles)
		for _, s := range p.Shares {
			line += "\t" + percent(s)
		}
		say.line("%s\t%d\t%d", line, faults, len(p.Alarms))
	}
	if say.err == nil {
		say.err = table.Flush()
	}
	say.w = w
	for i := range portals {
		for _, a := range portals[i].Alarms {
			say.line("BÁO ĐỘNG %s: %s", portals[i].Portal, a)
		}
		for _, f := range portals[i].Run.Faults {
			say.line("  %s: %s %d, gần nhất %s", portals[i].Portal, health.FaultName(f.Kind), f.Count, f.Last)
		}
	}
	return say.err
}

func percent(s health.Share) string {
	switch {
	case s.Now == nil:
		return "-"
	case s.Fallen:
		return fmt.Sprintf("%.0f %% ↓%.0f %%", 100**s.Now, 100**s.Before)
	}
	return fmt.Sprintf("%.0f %%", 100**s.Now)
}
