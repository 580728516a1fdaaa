package web

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"tracuu/internal/search"
)

// unknownYear stands in an address for a year that is not known.
const unknownYear = "-"

// lasting is the address of a document that can be read and typed:
// /vb/52-KH-UBND/2022/ubnd-huyen-cang-long. A document that such an address does
// not lead back to keeps the address of its id.
func lasting(d search.Document) string {
	base, rest, ok := strings.Cut(d.ID, ".")
	year, issuer, more := strings.Cut(rest, ".")
	number := strings.ToUpper(strings.ReplaceAll(base, "_", "-"))
	if !ok || !more || !slices.Contains(idsOf(number, orUnknown(year), issuer), d.ID) {
		return "/van-ban/" + url.PathEscape(d.ID)
	}
	path := "/vb/" + url.PathEscape(number) + "/" + orUnknown(year)
	if issuer != "" {
		path += "/" + issuer
	}
	return path
}

func orUnknown(year string) string {
	if year == "" {
		return unknownYear
	}
	return year
}

// yearInside is a number with its year, 15-2020-ND-CP, and what follows it.
var yearInside = regexp.MustCompile(`^([0-9a-z]+)-((?:19|20)[0-9]{2})-(.+)$`)

// idsOf lists the ids that the parts of a lasting address may stand for, as it
// has "-" for every mark of a number: 52_kh-ubnd of the state, 15_2020_nd-cp with
// a year, 68-kh_hu of the Party, 13-cp of old.
func idsOf(number, year, issuer string) []string {
	number = strings.ToLower(number)
	var bases []string
	if m := yearInside.FindStringSubmatch(number); m != nil {
		bases = append(bases, m[1]+"_"+m[2]+"_"+m[3])
	}
	if no, rest, ok := strings.Cut(number, "-"); ok {
		bases = append(bases, no+"_"+rest)
		if kind, body, ok := strings.Cut(rest, "-"); ok {
			bases = append(bases, no+"-"+kind+"_"+body)
		}
	}
	bases = append(bases, number)
	for i, base := range bases {
		bases[i] = base + "." + strings.Trim(year, unknownYear) + "." + issuer
	}
	return bases
}
