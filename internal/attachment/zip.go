package attachment

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"tracuu/internal/attachment/odf"
)

// Bounds of an archive of files.
const (
	maxMembers       = 200
	maxMembersPacked = 256 << 20 // bytes of all members, unpacked
)

func readODF(ctx context.Context, body []byte, out *pages) error {
	archive, err := openZIP(body)
	if err != nil {
		return err
	}
	text, err := odf.Read(ctx, archive, out.limit)
	if err != nil {
		return err
	}
	return out.addBroken(text)
}

func openZIP(body []byte) (*zip.Reader, error) {
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return nil, err
	}
	if len(archive.File) > maxParts {
		return nil, fmt.Errorf("%w: %d parts", ErrTooLarge, len(archive.File))
	}
	return archive, nil
}

// readZIP reads the files of an archive by the order of their names. Each
// begins with its name; those that cannot be read are noted. Archives in
// archives are not opened.
func (r *Reader) readZIP(ctx context.Context, body []byte, out *pages) error {
	archive, err := openZIP(body)
	if err != nil {
		return err
	}
	members := slices.DeleteFunc(archive.File, func(f *zip.File) bool { return f.FileInfo().IsDir() || hiddenName(f.Name) })
	slices.SortStableFunc(members, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	left, read := int64(maxMembersPacked), 0
	for i, f := range members {
		name := strings.ToValidUTF8(f.Name, "?")
		if i >= maxMembers {
			out.notes = append(out.notes, fmt.Sprintf("tệp nén có %d tệp, chỉ đọc %d tệp đầu", len(members), maxMembers))
			break
		}
		err := r.member(ctx, f, name, &left, out)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			out.notes = append(out.notes, name+": "+r.reason(ctx, err))
		default:
			read++
		}
		if out.full {
			return nil
		}
	}
	if read == 0 && len(out.notes) > 0 {
		return &Failure{Kind: ErrUnsupported, Reason: "tệp nén không có tệp nào đọc được (" + out.notes[0] + ")"}
	}
	return nil
}

// hiddenName tells what systems leave in archives beside people's files.
func hiddenName(name string) bool {
	return strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/")
}

// member reads one file of an archive; left is what may still be unpacked.
func (r *Reader) member(ctx context.Context, f *zip.File, name string, left *int64, out *pages) (err error) {
	limit := min(*left, int64(r.opts.MaxBytes))
	content, err := f.Open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, content.Close()) }()
	body, err := io.ReadAll(io.LimitReader(content, limit+1))
	*left -= int64(len(body))
	switch {
	case err != nil:
		return err
	case int64(len(body)) > limit:
		return ErrTooLarge
	}
	kind := recognise(name, "", body)
	if kind.reader == "" || kind.reader == readerZIP {
		return &Failure{Kind: ErrUnsupported, Reason: "chưa đọc được định dạng " + kind.label}
	}
	inside := newPages(max(0, r.opts.MaxText-out.text.Len()))
	if err := r.read(ctx, kind, body, inside); err != nil {
		return err
	}
	return unlessFull(out.add(name + "\n" + inside.text.String()))
}

// reason is what people are told of a file inside another.
func (r *Reader) reason(ctx context.Context, err error) string {
	return r.failure(ctx, format{label: "này"}, err).Error()
}
