package archive

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// adoptedPrefix begins the names of files made by others.
const adoptedPrefix = "import-"

// partExt ends the name of a file that is being adopted; a killed run leaves
// it behind and the next one begins anew.
const partExt = ".part"

// Adoption is what became of a WARC file made by others.
type Adoption struct {
	Path    string // in the archive's folder
	Known   bool   // it had been adopted before
	Records int
	Damage  error // why the file ends before its last byte; nil when it is whole
}

// Adopt copies a WARC file made by others into an archive's folder, record by
// record and byte for byte, each in a gzip member of its own whatever the
// source looked like (plain, one gzip stream, a member a record). The name is
// made of the digest of the source, so a file is adopted once. What stands
// behind a damaged place is not taken. The caller guards the folder as it
// guards a Writer's.
func Adopt(ctx context.Context, dir, source string) (a Adoption, err error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return a, fmt.Errorf("không tạo được thư mục kho lưu %s: %w", dir, named(err))
	}
	name, err := adoptedName(source)
	if err != nil {
		return a, err
	}
	a.Path = filepath.Join(dir, name)
	if exists(a.Path) {
		a.Known = true
		return a, nil
	}
	if err := copyRecords(ctx, source, a.Path+partExt, &a); err != nil {
		return a, errors.Join(fmt.Errorf("không chép được %s vào kho lưu: %w", source, named(err)), os.Remove(a.Path+partExt))
	}
	if a.Records == 0 {
		return a, errors.Join(fmt.Errorf("%s: %w", source, a.Damage), os.Remove(a.Path+partExt))
	}
	f, err := os.Open(a.Path + partExt)
	if err != nil {
		return a, err
	}
	index, _, err := indexFile(f, name)
	if err := errors.Join(err, f.Close()); err != nil {
		return a, err
	}
	if err := rename(a.Path+partExt, a.Path+openExt); err != nil {
		return a, err
	}
	return a, sealFile(a.Path+openExt, index)
}

// adoptedName is "import-" and the first half of the source's SHA-256.
func adoptedName(source string) (_ string, err error) {
	f, err := os.Open(source)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", fmt.Errorf("đọc %s: %w", source, err)
	}
	return adoptedPrefix + hex.EncodeToString(sum.Sum(nil)[:16]) + sealedExt, nil
}

// copyRecords copies the whole records of a source to a new file.
func copyRecords(ctx context.Context, source, target string, a *Adoption) (err error) {
	from, err := os.Open(source)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	in, err := inflated(from)
	if err != nil {
		a.Damage = err
		return nil //nolint:nilerr // the source's fault, told in the adoption
	}
	to, err := os.Create(target)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	out := &counter{Writer: to}
	zip := gzip.NewWriter(nil)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		whole := out.n
		zip.Reset(out)
		err := copyRecord(in, zip)
		if errors.Is(err, io.EOF) && !errors.Is(err, ErrDamaged) {
			return to.Sync()
		}
		err = errors.Join(err, zip.Close())
		if errors.Is(err, ErrDamaged) {
			a.Damage = err
			return errors.Join(to.Truncate(whole), to.Sync())
		}
		if err != nil {
			return err
		}
		a.Records++
	}
}

// inflated reads a source, compressed or not.
func inflated(from io.Reader) (*bufio.Reader, error) {
	in := bufio.NewReaderSize(from, 64<<10)
	magic, err := in.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return in, nil
	}
	zip, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return bufio.NewReaderSize(zip, 64<<10), nil
}

// copyRecord copies the next record: io.EOF behind the last one, ErrDamaged
// for what is none. Blank lines between records are not copied.
func copyRecord(in *bufio.Reader, to io.Writer) error {
	if err := skipBlank(in); err != nil {
		return err
	}
	broken := func(err error) error {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	head, length, err := rawHead(in)
	if err != nil {
		return broken(err)
	}
	if _, err := to.Write(head); err != nil {
		return err
	}
	source := &faultReader{Reader: in}
	if _, err := io.CopyN(to, source, length); err != nil {
		if source.err != nil {
			return broken(source.err)
		}
		return err
	}
	_, err = io.WriteString(to, "\r\n\r\n")
	return err
}

// faultReader tells errors of reading from errors of writing.
type faultReader struct {
	io.Reader
	err error
}

func (f *faultReader) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	if err != nil {
		f.err = err
	}
	return n, err
}

func skipBlank(in *bufio.Reader) error {
	for {
		b, err := in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return io.EOF
		case err != nil:
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		case b != '\r' && b != '\n':
			return in.UnreadByte()
		}
	}
}

// rawHead reads the head of a record as it stands, with the empty line behind
// it, and the length of the block.
func rawHead(in *bufio.Reader) (head []byte, length int64, err error) {
	length = -1
	for left := maxRecordHead; ; {
		line, err := in.ReadSlice('\n')
		if left -= len(line); left < 0 {
			return nil, 0, errHeadTooLong
		}
		head = append(head, line...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil {
			return nil, 0, err
		}
		text := strings.TrimSpace(string(line))
		if !bytes.HasPrefix(head, []byte("WARC/")) {
			return nil, 0, errors.New("no WARC version line")
		}
		if text == "" {
			break
		}
		if name, value, _ := strings.Cut(text, ":"); strings.EqualFold(name, fieldContentLength) {
			if length, err = strconv.ParseInt(strings.TrimSpace(value), 10, 64); err != nil {
				return nil, 0, err
			}
		}
	}
	if length < 0 || length > maxRecord {
		return nil, 0, fmt.Errorf("Content-Length %d", length)
	}
	return head, length, nil
}
