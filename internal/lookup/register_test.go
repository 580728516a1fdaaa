package lookup_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/lookup"
	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/require"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// register is a Source over the rows of an official register.
type register map[string][]model.Document

func (r register) FindDocuments(_ context.Context, f store.NumberFilter) ([]model.Document, error) {
	var out []model.Document
	for _, d := range r[f.No] {
		agrees := (f.Type == "" || d.Number.Type == "" || d.Number.Type == f.Type) && (f.Year == 0 || d.Year == f.Year) &&
			(f.Symbol == "" || docnum.FoldSymbol(f.Symbol) == docnum.FoldSymbol(d.Number.Symbol))
		if agrees {
			out = append(out, d)
		}
	}
	return out, nil
}

func (register) BestMentions(context.Context, []string) (map[string]store.MentionAt, error) {
	return nil, nil
}

// readRegister reads the shared register; doubles are one document.
func readRegister(t *testing.T) (register, []model.Document) {
	t.Helper()
	f, err := os.Open(require.Shared(t, "registers", "binhduong.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known, all, unread := register{}, []model.Document{}, 0
	seen := map[string]bool{}
	for _, row := range rows[1:] {
		number, err := docnum.Parse(row[1])
		issued, bad := time.Parse("02/01/2006", row[2])
		if err != nil || bad != nil || number.Canonical == "" {
			unread++
			continue
		}
		d := model.Document{Number: number, Year: issued.Year(), Issued: model.DateOf(issued), Issuer: "UBND tỉnh Bình Dương", Title: row[3]}
		d.ID = docnum.Key(number, d.Year, d.Issuer)
		if !seen[d.ID] {
			seen[d.ID] = true
			known[number.No] = append(known[number.No], d)
			all = append(all, d)
		}
	}
	t.Logf("%d documents, %d rows without a number or date that can be read", len(all), unread)
	return known, all
}

// sloppy is the ways of typing that a register is asked in.
func sloppy(d model.Document) map[string]string {
	n, c, y := d.Number, d.Number.Canonical, d.Year
	flat := vietnamese.Fold(strings.NewReplacer("/", " ", "-", " ").Replace(c))
	kinds := map[string]string{
		"canonical, year":    fmt.Sprintf("%s năm %d", c, y),
		"with date":          fmt.Sprintf("%s ngày %s", c, d.Issued.Vietnamese()),
		"type in words":      fmt.Sprintf("%s số %s %d", docnum.TypeName(n.Type), c, y),
		"folded":             vietnamese.Fold(fmt.Sprintf("%s %d", c, y)),
		"no separators":      fmt.Sprintf("%s %d", flat, y),
		"glued":              fmt.Sprintf("%s %d", n.No+docnum.FoldSymbol(n.Symbol), y),
		"zeros":              fmt.Sprintf("00%s %d", c, y),
		"year first":         fmt.Sprintf("%d %s", y, c),
		"place":              fmt.Sprintf("%s %d bình dương", c, y),
		"blanks":             fmt.Sprintf("%s %d", strings.NewReplacer("/", " / ", "-", " – ").Replace(c), y),
		"NFD":                norm.NFD.String(fmt.Sprintf("%s %d", c, y)),
		"look-alike Đ":       fmt.Sprintf("%s %d", strings.ReplaceAll(c, "Đ", "Ð"), y),
		"invisible":          fmt.Sprintf("%s %d", strings.Join(strings.Split(c, "-"), "\u200b-\u00ad"), y),
		"O for 0, l for 1":   fmt.Sprintf("%s/%s %d", strings.NewReplacer("0", "O", "1", "l").Replace(n.No), n.Symbol, y),
		"underscore, file":   fmt.Sprintf("%s_%d_signed.pdf", strings.ReplaceAll(c, "/", "-"), y),
		"sentence":           fmt.Sprintf("Căn cứ %s số %s ngày %s của UBND tỉnh về việc", docnum.TypeName(n.Type), c, d.Issued.Vietnamese()),
		"symbol first":       fmt.Sprintf("%s số %s năm %d", n.Symbol, n.No, y),
		"wrong case, breaks": fmt.Sprintf("%s\n%d", strings.ToLower(c), y),
	}
	return kinds
}

// TestRegister asks for sampled rows in many sloppy ways.
func TestRegister(t *testing.T) {
	known, all := readRegister(t)
	random := rand.New(rand.NewPCG(1, 2))
	asked, right := map[string]int{}, map[string]int{}
	for range 300 {
		d := all[random.IntN(len(all))]
		for kind, typed := range sloppy(d) {
			asked[kind]++
			q := query.Parse(typed)
			if q.Number == nil {
				t.Logf("%s: %q has no number", kind, typed)
				continue
			}
			answers, err := lookup.Find(t.Context(), known, *q.Number)
			if err != nil {
				t.Fatal(err)
			}
			if len(answers) > 0 && answers[0].Document.ID == d.ID {
				right[kind]++
			} else {
				t.Logf("%s: %q -> %+v, want %s", kind, typed, *q.Number, d.ID)
			}
		}
	}
	for kind, n := range asked {
		if share := float64(right[kind]) / float64(n); share < 0.97 {
			t.Errorf("success@1 of %q: %.3f", kind, share)
		}
	}
}
