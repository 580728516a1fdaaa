package discover

import (
	"errors"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadFeed(t *testing.T) {
	base, _ := url.Parse("http://cong.example/rss/tin.rss")
	want := []Entry{{URL: "http://cong.example/tin/1", Title: "Kế hoạch số 52/KH-UBND"}, {URL: "http://cong.example/tin/2", Title: "Tin khác"}}
	tests := map[string]string{
		"RSS 2.0": `<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title>
			<item><title>Kế hoạch số  52/KH-UBND</title><link>/tin/1</link></item>
			<item><title>Tin khác</title><guid isPermaLink="true">http://cong.example/tin/2</guid></item>
			<item><title>lặp lại</title><link>http://cong.example/tin/1#x</link></item></channel></rss>`,
		"Atom": `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Kế hoạch số 52/KH-UBND</title>
			<link rel="alternate" href="http://cong.example/tin/1"/></entry>
			<entry><title>Tin khác</title><link href="http://cong.example/tin/2"/></entry></feed>`,
		"RSS 1.0": `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
			<item rdf:about="1"><title>Kế hoạch số 52/KH-UBND</title><link>http://cong.example/tin/1</link></item>
			<item rdf:about="2"><title>Tin khác</title><link>http://cong.example/tin/2</link></item></rdf:RDF>`,
	}
	for name, body := range tests {
		got, err := ReadFeed(base, []byte(body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for _, body := range []string{"", "<html><body>Không tìm thấy</body></html>", "<rss><channel><item>"} {
		if got, err := ReadFeed(base, []byte(body)); !errors.Is(err, ErrNoFeed) {
			t.Errorf("%q: %v, %v", body, got, err)
		}
	}
}
