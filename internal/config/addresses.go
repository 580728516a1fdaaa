package config

import (
	"fmt"
	"net/netip"
	"net/url"
)

func wordsOf(text string) Words {
	var w Words
	_ = w.UnmarshalText([]byte(text)) // it never fails
	return w
}

// networks checks addresses (10.0.0.1) and networks (10.0.0.0/8).
func networks(text string) error {
	for _, word := range wordsOf(text) {
		_, err := netip.ParsePrefix(word)
		if err != nil {
			_, err = netip.ParseAddr(word)
		}
		if err != nil {
			return fmt.Errorf("%q không phải địa chỉ IP hoặc dải mạng (ví dụ: 10.0.0.1, 10.0.0.0/8)", word)
		}
	}
	return nil
}

// origins checks origins as browsers write them: https://host or https://host:port.
func origins(text string) error {
	for _, word := range wordsOf(text) {
		u, err := url.Parse(word)
		if word != "*" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.Scheme+"://"+u.Host != word) {
			return fmt.Errorf("%q không phải nguồn của trang web (ví dụ: https://vidu.vn, không có dấu / ở cuối)", word)
		}
	}
	return nil
}
