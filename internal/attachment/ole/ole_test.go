package ole_test

import (
	"bytes"
	"errors"
	"testing"

	"tracuu/internal/attachment/ole"
	"tracuu/internal/attachment/ole/oletest"
)

func TestStreams(t *testing.T) {
	long := bytes.Repeat([]byte("0123456789"), 20_000) // over more than one FAT sector
	file, err := ole.Open(oletest.File(oletest.Stream{Name: "WordDocument", Body: long}, oletest.Stream{Name: "1Table", Body: []byte("x")}))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := file.Stream("WordDocument"); err != nil || !bytes.HasPrefix(got, long) {
		t.Errorf("long stream: %d bytes, %v", len(got), err)
	}
	if got, err := file.Stream("1Table"); err != nil || got[0] != 'x' {
		t.Errorf("short stream: %d bytes, %v", len(got), err)
	}
	if _, err := file.Stream("0Table"); !errors.Is(err, ole.ErrAbsent) || file.Has("0Table") {
		t.Errorf("absent stream: %v", err)
	}
}
