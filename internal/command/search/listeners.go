package search

import (
	"context"
	"errors"
	"fmt"
	"net"

	"tracuu/internal/config"
)

// listeners are opened before anything else, so that a busy port shows at once.
type listeners struct {
	pages   net.Listener
	metrics net.Listener // nil: /metrics is beside the pages
}

func openListeners(ctx context.Context, e *config.Effective) (l listeners, err error) {
	if l.pages, err = listen(ctx, e.Search.Listen, "--listen"); err != nil {
		return l, err
	}
	if e.Search.Metrics != "" {
		if l.metrics, err = listen(ctx, e.Search.Metrics, "--metrics-listen"); err != nil {
			return l, errors.Join(err, l.close())
		}
	}
	return l, nil
}

func (l listeners) close() error { return errors.Join(closed(l.pages), closed(l.metrics)) }

// listen opens an address; the error tells the way out of a busy port.
func listen(ctx context.Context, address, flag string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("không mở được %s, có thể chương trình khác đang dùng cổng này: hãy chọn cổng khác bằng %s, ví dụ %s 127.0.0.1:8081 [%w]", address, flag, flag, err)
	}
	return l, nil
}

// closed closes a listener that a server may have closed before.
func closed(l net.Listener) error {
	if l == nil {
		return nil
	}
	if err := l.Close(); !errors.Is(err, net.ErrClosed) {
		return err
	}
	return nil
}
