package crawl

import (
	"crypto/tls"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/portal"
)

// TestOldTLSIsAskedOfItsPortalAlone dials a server of TLS 1.0 with a certificate
// of nobody: only the rules of its portal let it in, and the archive tells.
func TestOldTLSIsAskedOfItsPortalAlone(t *testing.T) {
	site := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, article("Cổng cũ")) //nolint:errcheck // test server
	}))
	site.TLS = &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS10} //nolint:gosec // that is the point
	site.Config.ErrorLog = log.New(io.Discard, "", 0)
	site.StartTLS()
	defer site.Close()
	at := mustAddress(t, site.URL+"/")
	for _, c := range []struct {
		name  string
		rules portal.TLS
		told  []string // nil: refused
	}{
		{"as servers should be", portal.TLS{}, nil},
		{"old TLS alone", portal.TLS{Oldest: tls.VersionTLS10}, nil},
		{"a broken chain alone", portal.TLS{Oldest: tls.VersionTLS12, Broken: true}, nil},
		{"both", portal.TLS{Oldest: tls.VersionTLS10, Broken: true}, []string{"tls-version: TLS 1.0", "tls-cipher: ", "tls-certificate-fault: x509: ", "tls-certificate-sha256: "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rules := map[string]*portal.Portal{siteHost(at.Host): {TLS: c.rules}}
			limits := Limits{Size: 1 << 20, Idle: 5 * time.Second, Time: 5 * time.Second}
			f := newFetcher(dialer{opened: map[string]bool{at.Host: true}}, rules, "tracuu/test", limits, time.Now)
			defer f.clients.close()
			res, err := f.ask(t.Context(), request{url: at.URL})
			if (err == nil) != (c.told != nil) {
				t.Fatalf("error %v", err)
			}
			if err == nil {
				wantMetadata(t, res.Exchange, c.told)
			}
		})
	}
}

// wantMetadata writes an exchange and looks for lines in its metadata record.
func wantMetadata(t *testing.T, e archive.Exchange, lines []string) {
	t.Helper()
	dir := t.TempDir()
	w, err := archive.Open(dir, archive.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.WriteExchange(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.warc.gz"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	var about strings.Builder
	for rec, err := range archive.Scan(t.Context(), files[0]) {
		if err != nil {
			t.Fatal(err)
		}
		if rec.Type() == archive.TypeMetadata {
			buf := make([]byte, 4096)
			n, _ := rec.Payload.Read(buf)
			about.Write(buf[:n])
		}
	}
	for _, l := range lines {
		if !strings.Contains(about.String(), l) {
			t.Errorf("metadata lacks %q:\n%s", l, about.String())
		}
	}
	if sum, err := archive.Verify(t.Context(), dir, func(p archive.Problem) { t.Error(p) }); err != nil || sum.Records != 4 {
		t.Errorf("%+v, %v", sum, err)
	}
}
