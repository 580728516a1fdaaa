package lookup_test

import (
	"context"
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
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
			(f.Issuer == "" || strings.Contains("-"+vietnamese.Slug(d.Issuer)+"-", "-"+f.Issuer+"-")) &&
			(f.Symbol == "" || docnum.FoldSymbol(f.Symbol) == docnum.FoldSymbol(d.Number.Symbol))
		if agrees {
			out = append(out, d)
		}
	}
	return out, nil
}

func (register) Citations(context.Context, []string) (map[string]int, error) { return nil, nil }

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
