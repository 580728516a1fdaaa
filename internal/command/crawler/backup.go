package crawler

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tracuu/internal/config"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

type backupCommand struct {
	To      string       `arg:"" name:"thư-mục" help:"nơi để bản sao, nên ở đĩa khác"`
	Options config.Flags `embed:""`
}

// Run implements kong's command. The store is copied first: the archive has what
// it tells of before the store tells of it, so the copy has it too.
func (c *backupCommand) Run(s *session) error {
	e, err := c.Options.Load(s.environ)
	if err != nil {
		return err
	}
	if err := apart(e.Data, c.To); err != nil {
		return err
	}
	if err := copyStore(s.ctx, e.Data, c.To); err != nil {
		if errors.Is(err, store.ErrNotFound) {
			return fmt.Errorf("thư mục dữ liệu %s chưa có kho để sao lưu; chỉ đúng thư mục bằng --data [%w]", e.Data, err)
		}
		return fmt.Errorf("chưa sao lưu được kho: %w", err)
	}
	copied, size, err := copyArchive(s.ctx, filepath.Join(e.Data, archiveFolder), filepath.Join(c.To, archiveFolder))
	if err != nil {
		return fmt.Errorf("chưa sao lưu hết bản lưu WARC, chạy lại thì chép tiếp: %w", err)
	}
	out := sayer{w: s.stdout}
	out.line("đã sao lưu vào %s: kho, và %d tệp của bản lưu (%.1f MB) mới hoặc đã dài thêm; khôi phục: chép cả thư mục về làm --data", c.To, copied, float64(size)/(1<<20))
	return out.err
}

// apart holds a backup out of the folder that it is of.
func apart(data, to string) error {
	from, err := filepath.Abs(data)
	if err != nil {
		return err
	}
	at, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	if inside, err := filepath.Rel(from, at); err == nil && inside != ".." && !strings.HasPrefix(inside, ".."+string(filepath.Separator)) {
		return fmt.Errorf("%s nằm trong thư mục dữ liệu; hãy để bản sao ở nơi khác, nên ở đĩa khác", to)
	}
	return nil
}

// copyStore keeps the copy of before until the new one is whole.
func copyStore(ctx context.Context, data, to string) error {
	if err := os.MkdirAll(filepath.Join(to, archiveFolder), 0o750); err != nil {
		return err
	}
	kept := filepath.Join(to, sqlite.FileName)
	fresh := kept + ".new"
	if err := removeOld(fresh); err != nil {
		return err
	}
	if err := sqlite.Backup(ctx, data, fresh); err != nil {
		return err
	}
	// A journal that a killed crawler left beside the copy of before would be
	// played into the new one and damage it.
	if err := removeOld(kept+"-wal", kept+"-shm"); err != nil {
		return err
	}
	return os.Rename(fresh, kept)
}

// removeOld removes files that may not be there.
func removeOld(names ...string) error {
	for _, name := range names {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// copyArchive copies what is not there or has grown. WARC files only grow; one
// that is being written is cut to its last whole record when it is opened again.
func copyArchive(ctx context.Context, from, to string) (files int, size int64, err error) {
	entries, err := os.ReadDir(from)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, 0, err
	}
	for _, entry := range entries {
		if err := ctx.Err(); err != nil {
			return files, size, err
		}
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() {
			continue // sealed under another name since, or no file of the archive
		}
		target := filepath.Join(to, entry.Name())
		if there, err := os.Stat(target); err == nil && there.Size() == info.Size() && !there.ModTime().Before(info.ModTime()) {
			continue
		}
		n, err := copyFile(filepath.Join(from, entry.Name()), target)
		if err != nil {
			return files, size, err
		}
		files, size = files+1, size+n
	}
	return files, size, dropRenamed(from, to)
}

// openFile is the ending of a WARC file that is being written; closed, it has
// another name, and its copy of before would stand beside it.
const openFile = ".open"

func dropRenamed(from, to string) error {
	copies, err := filepath.Glob(filepath.Join(to, "*"+openFile))
	if err != nil {
		return err
	}
	var errs []error
	for _, name := range copies {
		if _, err := os.Stat(filepath.Join(from, filepath.Base(name))); errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, os.Remove(name))
		}
	}
	return errors.Join(errs...)
}

// copyFile writes a copy under another name first, so that no half one stays.
func copyFile(from, to string) (n int64, err error) {
	source, err := os.Open(from)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	target, err := os.Create(to + ".new")
	if err != nil {
		return 0, err
	}
	n, err = io.Copy(target, source)
	if err := errors.Join(err, target.Sync(), target.Close()); err != nil {
		return n, err
	}
	return n, os.Rename(to+".new", to)
}
