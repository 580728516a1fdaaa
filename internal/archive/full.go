package archive

import (
	"errors"
	"fmt"
	"runtime"
	"syscall"
)

// The codes that Windows gives for a full disk; package syscall has no names
// for them. (ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL)
const (
	windowsHandleDiskFull = syscall.Errno(39)
	windowsDiskFull       = syscall.Errno(112)
)

// named adds ErrFull to an error that means the disk is full.
func named(err error) error {
	if isFull(err) {
		return fmt.Errorf("%w (%w)", ErrFull, err)
	}
	return err
}

func isFull(err error) bool {
	if runtime.GOOS == "windows" {
		return errors.Is(err, windowsDiskFull) || errors.Is(err, windowsHandleDiskFull)
	}
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
