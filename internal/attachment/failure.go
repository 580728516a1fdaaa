package attachment

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"tracuu/internal/attachment/msdoc"
	"tracuu/internal/attachment/msxls"
	"tracuu/internal/attachment/odf"
	"tracuu/internal/attachment/rtf"
)

// Why a file could not be read; told apart with errors.Is.
var (
	ErrScan        = errors.New("scan without text layer")
	ErrUnsupported = errors.New("format not supported")
	ErrTooLarge    = errors.New("file too large")
	ErrDamaged     = errors.New("file damaged")
	ErrEncrypted   = errors.New("file encrypted")
	ErrNoText      = errors.New("file without text")
	ErrTimeout     = errors.New("reading took too long")
)

// Failure is why a file could not be read.
type Failure struct {
	Kind   error  // one of the errors above
	Reason string // for people, in Vietnamese
	Cause  error  // for developers; may be nil
}

// Error returns the reason, as pages show it.
func (f *Failure) Error() string { return f.Reason }

// Unwrap returns the kind and the cause.
func (f *Failure) Unwrap() []error {
	if f.Cause == nil {
		return []error{f.Kind}
	}
	return []error{f.Kind, f.Cause}
}

// errNotReady marks what is no fault of the file: the reader does not run.
var errNotReady = errors.New("bộ đọc tệp không khởi động được")

const scanReason = "bản quét, chưa đọc được"

// failure names what went wrong. The end of the caller's own context is no
// fault of the file and stays what it is.
func (r *Reader) failure(ctx context.Context, kind format, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if f := new(Failure); errors.As(err, &f) {
		return f
	}
	if errors.Is(err, errNotReady) || errors.Is(err, errClosed) {
		return err
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return &Failure{ErrTimeout, fmt.Sprintf("đọc quá %v chưa xong, đã bỏ", r.opts.Timeout), err}
	case errors.Is(err, ErrEncrypted), errors.Is(err, msdoc.ErrEncrypted), errors.Is(err, msxls.ErrEncrypted):
		return &Failure{ErrEncrypted, "tệp có mật khẩu, không đọc được", err}
	case errors.Is(err, msdoc.ErrOld), errors.Is(err, msxls.ErrOld):
		return &Failure{ErrUnsupported, "chưa đọc được tệp của Office 95 trở về trước", err}
	case errors.Is(err, ErrTooLarge), errors.Is(err, odf.ErrTooLarge), errors.Is(err, rtf.ErrDepth):
		return &Failure{ErrTooLarge, "nội dung giải nén quá lớn, không đọc", err}
	}
	return &Failure{ErrDamaged, "tệp " + strings.TrimPrefix(kind.label, "tệp ") + " bị hỏng, không đọc được", err}
}

// note tells people what is missing in the text; notes are what readers say.
func (d *Document) note(notes []string) string {
	if len(d.Scanned) > 0 && len(d.Scanned) < len(d.Pages) {
		notes = append(notes, "trang "+ranges(d.Scanned)+" là "+scanReason)
	}
	if d.Truncated {
		notes = append(notes, "văn bản quá dài, đã cắt bớt phần cuối")
	}
	return strings.Join(notes, "; ")
}

// ranges renders ascending numbers as "1-3, 7".
func ranges(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		part := strconv.Itoa(numbers[i])
		if last > i {
			part += "-" + strconv.Itoa(numbers[last])
		}
		parts = append(parts, part)
		i = last + 1
	}
	return strings.Join(parts, ", ")
}
