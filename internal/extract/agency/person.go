package agency

import (
	"strings"
	"sync"

	"tracuu/data"
)

// surnames of data/rules; the embedded file is checked by a test.
var surnames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	rows, err := data.Table("surnames.txt", 1)
	if err != nil {
		return names
	}
	for _, row := range rows {
		names[row[0]] = true
	}
	return names
})

// isPerson tells a person's name behind a title, "Chủ tịch UBND tỉnh Nguyễn
// Văn A", from the name of a place, which rarely stands there without its
// level and then begins with a surname more rarely still.
func isPerson(name string) bool {
	first, rest, ok := strings.Cut(name, " ")
	return ok && rest != "" && surnames()[first]
}
