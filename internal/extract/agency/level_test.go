package agency

import (
	"testing"

	"tracuu/data"
	"tracuu/internal/casetest"
)

func TestLevels(t *testing.T) {
	if _, err := data.Table("levels.txt", 3); err != nil {
		t.Fatal(err)
	}
	casetest.Run(t, "testdata/levels.txt", func(input string) string {
		if level := LevelOf(input); level != "" {
			return level
		}
		return "none"
	})
}
