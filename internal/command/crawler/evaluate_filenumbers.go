package crawler

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tracuu/internal/attachment"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/extract/filenumber"
	"tracuu/internal/vietnamese"
)

// numbers compares the own number of each attachment that the list names with
// what is told by its name, its text and, where there is OCR, its first page.
func (b *fileBench) numbers(ctx context.Context, dir, list string) error {
	known, err := readFileNumbers(list)
	if err != nil {
		return err
	}
	names, err := pdfFiles(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		want, listed := known[fileKey(body)]
		if !listed {
			continue
		}
		if err := b.number(ctx, name, body, want); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (b *fileBench) number(ctx context.Context, name string, body []byte, want string) error {
	doc, err := b.files.Read(ctx, name, "", body)
	scanned := errors.Is(err, attachment.ErrScan)
	if err != nil && !scanned {
		return err
	}
	f := filenumber.File{Name: filepath.Base(name), Text: doc.Text, Scanned: scanned}
	if scanned && b.engine != nil {
		text, err := b.page(ctx, body, doc.Scanned[0])
		if err != nil {
			return err
		}
		f.Text = vietnamese.Clean(text)
	}
	b.judge(f, want)
	return nil
}

// judge counts an own number. It is right when all that it states is: without
// OCR a file name may tell the number but not the symbol.
func (b *fileBench) judge(f filenumber.File, want string) {
	own, ok := filenumber.Of(f)
	if !ok {
		b.open++
		return
	}
	truth, parsed := filenumber.Parse(want)
	n := own.Number
	if !parsed || n.No != truth.No || n.Canonical != "" && n.Canonical != truth.Canonical ||
		n.Type != "" && n.Canonical == "" && truth.Type != "" && n.Type != truth.Type {
		b.wrong = append(b.wrong, fmt.Sprintf("%s: %s, is %s", f.Name, docnum.Format(n), want))
		b.log.line("wrong: %s", b.wrong[len(b.wrong)-1])
		return
	}
	b.right++
}

func fileKey(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:8])
}

// readFileNumbers reads lines of the beginning of a digest, tab, number.
func readFileNumbers(name string) (map[string]string, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	known := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(raw)); lines.Scan(); {
		if key, number, ok := strings.Cut(lines.Text(), "\t"); ok && !strings.HasPrefix(key, "#") {
			known[key] = strings.TrimSpace(number)
		}
	}
	if len(known) == 0 {
		return nil, fmt.Errorf("%s: no own numbers in it", name)
	}
	return known, nil
}
