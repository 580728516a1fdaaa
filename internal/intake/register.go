package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"tracuu/internal/archive"
	"tracuu/internal/model"
	"tracuu/internal/register"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// RegisterMedia is the media type of archived rows. They are read again by
// importing their register again.
const RegisterMedia = "text/csv; charset=utf-8"

// A batch of rows is archived as one resource and is the evidence of each of
// them: small enough to be handed on, large enough to need few records.
const (
	batchRows  = 500
	batchBytes = 1 << 20
)

// Register imports registers.
type Register struct {
	Store   Store
	Archive Archive
	Name    string // of the register, for people: its file name
	Place   register.Place
	Bad     func(line int, why error) // told of each row that is not taken
}

// RegisterSum is what an import came to.
type RegisterSum struct {
	Rows    int // that are not blank
	New     int
	Doubles int // rows that said what a row before them, or in the store, said
	Bad     int
}

// Import reads a register to its end. After an error, what came before it is
// stored, and the import can be run again.
func (r Register) Import(ctx context.Context, from io.Reader) (RegisterSum, error) {
	var sum RegisterSum
	rows, err := register.NewReader(from, r.Place)
	if err != nil {
		return sum, fmt.Errorf("sổ đăng ký %s: %w", r.Name, err)
	}
	for {
		b, err := r.batch(rows, &sum)
		if err != nil && !errors.Is(err, io.EOF) {
			return sum, fmt.Errorf("sổ đăng ký %s: %w", r.Name, err)
		}
		if stored := r.store(ctx, b, &sum); stored != nil {
			return sum, fmt.Errorf("sổ đăng ký %s, dòng %d đến %d: %w", r.Name, b.first, b.last, stored)
		}
		if err != nil {
			return sum, nil //nolint:nilerr // the end of the register
		}
	}
}

// batch is rows that are archived together.
type batch struct {
	first, last int // lines of the file
	raw         strings.Builder
	articles    []*model.Article // each address once
}

// batch reads the next rows; io.EOF comes with the last ones.
func (r Register) batch(rows *register.Reader, sum *RegisterSum) (*batch, error) {
	b := &batch{}
	b.raw.WriteString(rows.Head() + "\n")
	seen := map[string]bool{}
	for range batchRows {
		row, err := rows.Next()
		if err != nil {
			return b, err
		}
		sum.Rows++
		if row.Fault != nil {
			sum.Bad++
			r.Bad(row.Line, row.Fault)
			continue
		}
		if b.first == 0 {
			b.first = row.Line
		}
		b.last = row.Line
		b.raw.WriteString(row.Raw + "\n")
		a := r.Place.Article(row.Entry)
		if seen[a.ID] {
			sum.Doubles++
			continue
		}
		seen[a.ID] = true
		b.articles = append(b.articles, a)
		if b.raw.Len() > batchBytes {
			break
		}
	}
	return b, nil
}

// store archives the rows when one of them is new, and writes them.
func (r Register) store(ctx context.Context, b *batch, sum *RegisterSum) error {
	known, err := r.known(ctx, b.articles)
	if err != nil {
		return err
	}
	sum.Doubles += len(known)
	for _, a := range b.articles {
		if !known[a.ID] {
			continue
		}
		// Rules may have changed since; a row that reads as before takes no number.
		if err := r.Store.PutArticle(ctx, a, ""); err != nil {
			return err
		}
	}
	if len(known) == len(b.articles) {
		return nil
	}
	capture, err := r.Archive.WriteResource(ctx, archive.Resource{
		URL: register.Scheme + vietnamese.Slug(r.Name), MediaType: RegisterMedia, Body: []byte(b.raw.String()),
		Origin: archive.Fields{
			{Name: "register", Value: r.Name},
			{Name: "lines", Value: fmt.Sprintf("%d-%d", b.first, b.last)},
			{Name: "place", Value: r.Place.Unit},
		},
	})
	if err != nil {
		return err
	}
	for _, a := range b.articles {
		if known[a.ID] {
			continue
		}
		visit := store.Visit{Capture: &capture, Article: a}
		visit.Task.URL, visit.Task.Host = a.URL, register.Family
		if err := r.Store.Commit(ctx, visit); err != nil {
			return err
		}
		sum.New++
	}
	return nil
}

// known tells which of the articles are stored.
func (r Register) known(ctx context.Context, articles []*model.Article) (map[string]bool, error) {
	ids := make([]string, len(articles))
	for i, a := range articles {
		ids[i] = a.ID
	}
	stored, err := r.Store.ArticleTexts(ctx, ids)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, a := range stored {
		known[a.ID] = true
	}
	return known, nil
}
