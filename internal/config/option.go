package config

import (
	"encoding"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"time"
)

// Option is one row of the table.
type Option struct {
	Key     string // in the file: "crawl.delay"
	Flag    string // on the command line: "delay"; empty means the key with dashes
	Default string
	Help    string // one line, in Vietnamese

	bind  func(*Config) any       // the field that holds the value
	check func(text string) error // of a value that could be read; may be nil
}

// Env is the environment variable of the option: TRACUU_CRAWL_DELAY.
func (o Option) Env() string {
	return "TRACUU_" + strings.ToUpper(strings.ReplaceAll(o.Key, ".", "_"))
}

// FlagName is the option's name on the command line, without dashes before it.
func (o Option) FlagName() string {
	if o.Flag != "" {
		return o.Flag
	}
	return strings.NewReplacer(".", "-", "_", "-").Replace(o.Key)
}

// set reads text into the option's field of c and checks it.
func (o Option) set(c *Config, text string) error {
	if err := parse(o.bind(c), text); err != nil {
		return err
	}
	if o.check == nil {
		return nil
	}
	return o.check(text)
}

// text writes the option's value in c as set reads it.
func (o Option) text(c *Config) string {
	switch v := o.bind(c).(type) {
	case *string:
		return *v
	case *bool:
		return strconv.FormatBool(*v)
	case *int:
		return strconv.Itoa(*v)
	case *slog.Level:
		return strings.ToLower(v.String())
	case fmt.Stringer: // time.Duration, Size
		return v.String()
	default:
		return ""
	}
}

// isBool tells whether the flag stands alone, without a value.
func (o Option) isBool() bool {
	_, yes := o.bind(&Config{}).(*bool)
	return yes
}

func parse(target any, text string) error {
	switch v := target.(type) {
	case *string:
		*v = text
		return nil
	case *bool:
		b, err := strconv.ParseBool(text)
		if err != nil {
			return fmt.Errorf("%q không phải true hoặc false", text)
		}
		*v = b
		return nil
	case *int:
		n, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("%q không phải số nguyên", text)
		}
		*v = n
		return nil
	case *time.Duration:
		d, err := time.ParseDuration(text)
		if err != nil {
			return fmt.Errorf("%q không phải khoảng thời gian (ví dụ: 500ms, 2s, 1m)", text)
		}
		*v = d
		return nil
	case *slog.Level:
		if err := v.UnmarshalText([]byte(text)); err != nil {
			return fmt.Errorf("%q không phải mức nhật ký (debug, info, warn, error)", text)
		}
		return nil
	case encoding.TextUnmarshaler:
		return v.UnmarshalText([]byte(text))
	default:
		return fmt.Errorf("no reader for options of type %T", target)
	}
}

func notEmpty(text string) error {
	if strings.TrimSpace(text) == "" {
		return fmt.Errorf("không được để trống")
	}
	return nil
}

// headerWord keeps line breaks and control characters out of HTTP headers.
func headerWord(text string) error {
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) || len(text) > 200 {
		return fmt.Errorf("chỉ dùng chữ không dấu, tối đa 200 ký tự")
	}
	return nil
}

func hostPort(text string) error {
	if _, _, err := net.SplitHostPort(text); err != nil {
		return fmt.Errorf("%q không phải địa chỉ:cổng (ví dụ: 127.0.0.1:8080)", text)
	}
	return nil
}

func emptyOr(check func(string) error) func(string) error {
	return func(text string) error {
		if text == "" {
			return nil
		}
		return check(text)
	}
}

func durationIn(least, most time.Duration) func(string) error {
	return func(text string) error {
		d, err := time.ParseDuration(text)
		if err != nil || d < least || d > most {
			return fmt.Errorf("%s nằm ngoài khoảng %s đến %s", text, least, most)
		}
		return nil
	}
}

func intIn(least, most int) func(string) error {
	return func(text string) error {
		n, err := strconv.Atoi(text)
		if err != nil || n < least || n > most {
			return fmt.Errorf("%s nằm ngoài khoảng %d đến %d", text, least, most)
		}
		return nil
	}
}

func sizeIn(least, most Size) func(string) error {
	return func(text string) error {
		var s Size
		if err := s.UnmarshalText([]byte(text)); err != nil || s < least || s > most {
			return fmt.Errorf("%s nằm ngoài khoảng %s đến %s", text, least, most)
		}
		return nil
	}
}
