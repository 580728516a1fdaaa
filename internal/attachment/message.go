package attachment

import (
	"context"
	"errors"

	"tracuu/internal/attachment/ocr"
)

// request is what a process that reads files is asked for.
type request struct {
	Name, Declared string
	Body           []byte
	Render         int  // page of a PDF to render, counted from 1; 0: read the file
	Warm           bool // start the PDF reader, nothing else
}

// reply is its answer.
type reply struct {
	Document Document
	Picture  ocr.Page
	Failed   bool
	Kind     int // of the failure, in kinds; -1: none of them
	Reason   string
	Cause    string
}

// kinds of failures in the order in which replies count them.
func kinds() []error {
	return []error{ErrScan, ErrUnsupported, ErrTooLarge, ErrDamaged, ErrEncrypted, ErrNoText, ErrTimeout}
}

// answer carries a request out.
func (r *Reader) answer(ctx context.Context, q request) reply {
	var a reply
	var err error
	switch {
	case q.Warm:
		err = r.pdf.start(ctx)
	case q.Render > 0:
		a.Picture, err = r.Render(ctx, q.Body, q.Render)
	default:
		a.Document, err = r.Read(ctx, q.Name, q.Declared, q.Body)
	}
	if err == nil {
		return a
	}
	a.Failed, a.Kind, a.Reason = true, -1, err.Error()
	for i, kind := range kinds() {
		if errors.Is(err, kind) {
			a.Kind = i
		}
	}
	if f := new(Failure); errors.As(err, &f) && f.Cause != nil {
		a.Cause = f.Cause.Error()
	}
	return a
}

// failure gives back the error that a reply tells of.
func (a reply) failure() error {
	switch {
	case !a.Failed:
		return nil
	case a.Kind < 0 || a.Kind >= len(kinds()):
		return errors.New(a.Reason)
	case a.Cause == "":
		return &Failure{Kind: kinds()[a.Kind], Reason: a.Reason}
	}
	return &Failure{Kind: kinds()[a.Kind], Reason: a.Reason, Cause: errors.New(a.Cause)}
}
