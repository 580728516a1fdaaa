package archive

import (
	"crypto/md5"  //nolint:gosec // foreign archives carry it; ours do not
	"crypto/sha1" //nolint:gosec // the digest that WARC readers expect; SHA-256 stands beside it
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/hex"
	"hash"
	"strings"
)

// labelled returns a digest as WARC fields carry it: "sha1:" + base32.
func labelled(h hash.Hash) string {
	return "sha1:" + base32.StdEncoding.EncodeToString(h.Sum(nil))
}

// expected is a digest read from a field, with the hash that makes it.
type expected struct {
	hash.Hash
	label string
	value string
}

// expect reads "sha1:BASE32" or another algorithm and encoding that archives
// use; ok is false when the field is empty or of an unknown algorithm.
func expect(field string) (e expected, ok bool) {
	label, value, found := strings.Cut(field, ":")
	if !found {
		return expected{}, false
	}
	switch strings.ToLower(strings.ReplaceAll(label, "-", "")) {
	case "sha1":
		e.Hash = sha1.New() //nolint:gosec // see above
	case "sha256":
		e.Hash = sha256.New()
	case "sha512":
		e.Hash = sha512.New()
	case "md5":
		e.Hash = md5.New() //nolint:gosec // see above
	default:
		return expected{}, false
	}
	e.label, e.value = label, value
	return e, true
}

// matches reports whether what was hashed is what the field said. The encoding
// is told by the length: hex of n bytes is 2n letters long.
func (e expected) matches() bool {
	sum := e.Sum(nil)
	if len(e.value) == 2*len(sum) {
		return strings.EqualFold(e.value, hex.EncodeToString(sum))
	}
	want := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum)
	return strings.EqualFold(strings.TrimRight(e.value, "="), want)
}
