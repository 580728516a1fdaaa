package gazetteer

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"tracuu/internal/model"
)

// Reform is the first day of the units of today.
var Reform = model.Date{Year: 2025, Month: 7, Day: 1}

var lastOfOld = model.Date{Year: 2025, Month: 6, Day: 30}

// Gazetteer is all units. It is read-only and may be shared.
type Gazetteer struct {
	units  []*Unit
	byName map[string][]*Unit // folded name without its kind
}

// Load reads provinces.txt, earlier.txt and communes/*.txt, whose heads say what
// their columns are. Errors name the file and the row.
func Load(files fs.FS) (*Gazetteer, error) {
	l := loader{
		Gazetteer: &Gazetteer{byName: map[string][]*Unit{}},
		old:       map[string]*Unit{}, today: map[string]*Unit{},
	}
	if err := l.each(files, "provinces.txt", 2, l.province); err != nil {
		return nil, err
	}
	if err := l.each(files, "earlier.txt", 3, l.earlier); err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "communes/*.txt")
	if err != nil {
		return nil, fmt.Errorf("list the communes: %w", err)
	}
	for _, name := range names {
		slug := strings.TrimSuffix(path.Base(name), ".txt")
		province, ok := l.bySlug(slug)
		if !ok {
			return nil, fmt.Errorf("%s: no province is called so", name)
		}
		if err := l.each(files, name, 3, func(row []string) error { return l.commune(province, row) }); err != nil {
			return nil, err
		}
	}
	return l.Gazetteer, nil
}

// each gives the rows of a file to read, "#" opening a comment line.
func (l loader) each(files fs.FS, name string, columns int, read func(row []string) error) error {
	raw, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("read the units: %w", err)
	}
	n := 0
	for line := range strings.Lines(string(raw)) {
		n++
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "|")
		if len(row) != columns {
			return fmt.Errorf("%s, line %d: %d columns, want %d", name, n, len(row), columns)
		}
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		if err := read(row); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, n, err)
		}
	}
	return nil
}
