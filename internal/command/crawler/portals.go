package crawler

import (
	"errors"
	"strings"

	"tracuu/data"
	"tracuu/internal/extract"
	"tracuu/internal/familycheck"
)

type portalsCommand struct {
	Check checkPortalsCommand `cmd:"" help:"đọc trang mẫu của từng hệ quản trị và so với điều phải đọc được"`
}

type checkPortalsCommand struct{}

// errUnlike is the end of a check that found differences.
var errUnlike = errors.New("có trang mẫu đọc ra khác điều phải đọc được; sửa tệp của hệ quản trị trong data/portals/families")

// Run implements kong's command.
func (*checkPortalsCommand) Run(s *session) error {
	known, err := loadPortals()
	if err != nil {
		return err
	}
	facts, err := familycheck.Facts(data.Portals())
	if err != nil {
		return err
	}
	results, err := familycheck.Check(data.Portals(), extract.New(known), facts)
	if err != nil {
		return err
	}
	say := sayer{w: s.stdout}
	total, held := map[string]int{}, map[string]int{}
	for _, r := range results {
		total[r.Family]++
		if r.OK {
			held[r.Family]++
			continue
		}
		got, _, _ := strings.Cut(r.Got, "\n")
		say.line("SAI %s/%s %s: đọc được %q, phải là %q", r.Family, r.Page, r.Field, got, r.Want)
	}
	failed := false
	for _, f := range known.Families() {
		say.line("%-24s %d/%d", f.ID, held[f.ID], total[f.ID])
		failed = failed || held[f.ID] < total[f.ID] || total[f.ID] == 0
	}
	if say.err == nil && failed {
		return errUnlike
	}
	return say.err
}
