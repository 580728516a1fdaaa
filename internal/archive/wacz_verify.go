package archive

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxManifest bounds the manifest of a WACZ file, in bytes.
const maxManifest = 16 << 20

// VerifyWACZ checks a WACZ file by itself, whoever made it: the manifest
// against its digest, every file against the manifest, and every record of its
// WARC files against the digests that it carries. The error is for a file that
// is no WACZ at all.
func VerifyWACZ(ctx context.Context, name string, report func(Problem)) (sum Summary, err error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		return sum, fmt.Errorf("%s không phải tệp WACZ: %w", name, err)
	}
	defer func() { err = errors.Join(err, z.Close()) }()
	v := waczVerifier{verifier: verifier{report: report}, files: map[string]*zip.File{}}
	for _, f := range z.File {
		v.files[f.Name] = f
	}
	if err := v.manifest(); err != nil {
		return v.sum, fmt.Errorf("%s: %w", name, err)
	}
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "archive/") && strings.HasSuffix(f.Name, sealedExt) {
			if err := v.records(ctx, f); err != nil {
				return v.sum, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	if v.sum.Files == 0 {
		v.problem(name, -1, "không có tệp WARC nào trong archive/")
	}
	return v.sum, nil
}

type waczVerifier struct {
	verifier
	files map[string]*zip.File
}

// manifest checks the files against datapackage.json.
func (v *waczVerifier) manifest() error {
	raw, err := v.read(waczPackage)
	if err != nil {
		return fmt.Errorf("không đọc được %s: %w", waczPackage, err)
	}
	var manifest struct {
		Resources []waczResource `json:"resources"`
	}
	if err := json.Unmarshal(raw, &manifest); err != nil {
		return fmt.Errorf("không đọc được %s: %w", waczPackage, err)
	}
	v.seal(raw)
	listed := map[string]bool{waczPackage: true, waczDigest: true}
	for _, r := range manifest.Resources {
		listed[r.Path] = true
		if err := v.resource(r); err != nil {
			return err
		}
	}
	for name := range v.files {
		if !listed[name] && !strings.HasSuffix(name, "/") {
			v.problem(name, -1, "không có trong "+waczPackage)
		}
	}
	return nil
}

// seal compares the manifest with its digest, which a WACZ file may lack.
func (v *waczVerifier) seal(manifest []byte) {
	if v.files[waczDigest] == nil {
		return
	}
	raw, err := v.read(waczDigest)
	var said waczSeal
	if err == nil {
		err = json.Unmarshal(raw, &said)
	}
	e, known := expect(said.Hash)
	if err != nil || !known {
		v.problem(waczDigest, -1, "không đọc được giá trị băm")
		return
	}
	e.Write(manifest)
	if !e.matches() {
		v.problem(waczPackage, -1, "khác giá trị băm trong "+waczDigest)
	}
}

// resource compares a file with what the manifest says of it.
func (v *waczVerifier) resource(r waczResource) error {
	f := v.files[r.Path]
	e, known := expect(r.Hash)
	switch {
	case f == nil:
		v.problem(r.Path, -1, "có trong "+waczPackage+" nhưng không có trong tệp")
		return nil
	case !known:
		v.problem(r.Path, -1, "giá trị băm không đọc được: "+r.Hash)
		return nil
	}
	in, err := f.Open()
	if err != nil {
		return err
	}
	n, err := io.Copy(e, io.LimitReader(in, r.Bytes+1)) // more than was told is wrong already
	if err := errors.Join(err, in.Close()); err != nil {
		v.problem(r.Path, -1, "không đọc được: "+err.Error())
	} else if n != r.Bytes || !e.matches() {
		v.problem(r.Path, -1, "khác giá trị băm hoặc độ dài trong "+waczPackage)
	}
	return nil
}

// read reads a small file.
func (v *waczVerifier) read(name string) (_ []byte, err error) {
	f := v.files[name]
	if f == nil {
		return nil, ErrNotFound
	}
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	return readAtMost(in, maxManifest)
}

func readAtMost(in io.Reader, limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(raw)) > limit {
		err = ErrTooLarge
	}
	return raw, err
}

// records checks the records of a WARC file. It is stored, not compressed, as
// the format asks, so that it can be read where it lies.
func (v *waczVerifier) records(ctx context.Context, f *zip.File) error {
	v.sum.Files++
	v.sum.Bytes += int64(f.UncompressedSize64) //nolint:gosec // as large as the file at most
	name := path.Base(f.Name)
	if f.Method != zip.Store {
		v.problem(name, -1, "bị nén lần nữa trong ZIP")
		return nil
	}
	in, err := f.OpenRaw()
	if err != nil {
		return err
	}
	src, seeks := in.(io.ReaderAt)
	if !seeks {
		raw, err := readAtMost(in, DefaultMaxBody)
		if err != nil {
			return err
		}
		src = bytes.NewReader(raw)
	}
	w := newWalker(src, 0, int64(f.UncompressedSize64), name) //nolint:gosec // see above
	w.digests = true
	var stop error
	w.walk(ctx, func(_ *Record, err error) bool {
		if d := new(damage); errors.As(err, &d) {
			v.problem(name, d.offset, "bản ghi bị hỏng: "+d.cause.Error())
		} else if err != nil {
			stop = err
		}
		return stop == nil
	}, func(rec *Record, length int64) { v.record(w, rec, length, nil) })
	return stop
}
