package crawl

import (
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"

	"tracuu/internal/archive"
)

// toleranceOf tells what was put up with on a connection that portal rules make
// lax, for the capture's metadata: an old version of TLS, a certificate that no
// careful client believes. Nil when nothing was.
func toleranceOf(s *tls.ConnectionState, host string) archive.Fields {
	if s == nil || len(s.PeerCertificates) == 0 {
		return nil
	}
	var told archive.Fields
	if s.Version < tls.VersionTLS12 {
		told = append(told, archive.Field{Name: "tls-version", Value: tls.VersionName(s.Version)},
			archive.Field{Name: "tls-cipher", Value: tls.CipherSuiteName(s.CipherSuite)})
	}
	leaf, between := s.PeerCertificates[0], x509.NewCertPool()
	for _, c := range s.PeerCertificates[1:] {
		between.AddCert(c)
	}
	if _, err := leaf.Verify(x509.VerifyOptions{DNSName: host, Intermediates: between}); err != nil {
		told = append(told, archive.Field{Name: "tls-certificate-fault", Value: err.Error()})
	}
	if told == nil {
		return nil
	}
	sum := sha256.Sum256(leaf.Raw)
	return append(told, archive.Field{Name: "tls-certificate-sha256", Value: hex.EncodeToString(sum[:])})
}
