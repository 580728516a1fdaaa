package config_test

import (
	"testing"

	"pgregory.net/rapid"
	"tracuu/internal/config"
)

func TestSizeReadsWhatItWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := config.Size(rapid.Int64Range(0, 1<<50).Draw(t, "bytes"))
		var got config.Size
		if err := got.UnmarshalText([]byte(want.String())); err != nil || got != want {
			t.Fatalf("%d as %q came back as %d, %v", want, want, got, err)
		}
	})
}

func TestSizeRefusesNonsense(t *testing.T) {
	for _, text := range []string{"", "MB", "-1", "1TB", "9999999999GB", "1.5MB", "ten"} {
		var s config.Size
		if err := s.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was read as %d", text, s)
		}
	}
}
