package archive

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSurt(t *testing.T) {
	for address, want := range map[string]string{
		"http://www.Krongno.gov.vn/":                  "vn,gov,krongno)/",
		"https://www2.krongno.gov.vn:443/Tin/A.aspx/": "vn,gov,krongno)/tin/a.aspx",
		"http://127.0.0.1:8080/a?c=2&B=1":             "127.0.0.1:8080)/a?b=1&c=2",
		"http://[::1]:80/":                            "::1)/",
		"mailto:a b":                                  "mailto:a%20b",
		"http://a.vn/%C4%91":                          "vn,a)/%c4%91",
		"http://a.vn/đường#phần":                      "vn,a)/%c4%91%c6%b0%e1%bb%9dng",
	} {
		if got := surt(address); got != want {
			t.Errorf("%s: got %s, want %s", address, got, want)
		}
	}
}

func TestIndexLine(t *testing.T) {
	got := indexLine(indexEntry{
		URL: "http://www.a.vn/x?<b>", Time: testTime, MIME: "Text/HTML; charset=utf-8", Status: 200,
		Digest: "sha1:AB", Offset: 300, Length: 20, File: "f.warc.gz",
	})
	want := `vn,a)/x?<b> 20220330010203 {"url":"http://www.a.vn/x?<b>","mime":"text/html","status":"200",` +
		`"digest":"sha1:AB","length":"20","offset":"300","filename":"f.warc.gz"}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDigestForms(t *testing.T) {
	for _, field := range []string{
		"sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "SHA-1:a9993e364706816aba3e25717850c26c9cd0d89d",
		"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "md5:900150983cd24fb0d6963f7d28e17f72",
		"sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====",
	} {
		e, ok := expect(field)
		if !ok {
			t.Errorf("%s: unknown", field)
			continue
		}
		if _, err := e.Write([]byte("abc")); err != nil || !e.matches() {
			t.Errorf("%s does not match", field)
		}
	}
	for _, field := range []string{"", "sha1", "crc:12"} {
		if _, ok := expect(field); ok {
			t.Errorf("%q is known", field)
		}
	}
}
