package page

import (
	"regexp"
	"strings"
)

// unitName finds an administrative unit in a site's title: its type, then a
// name of capitalised words ("Huyện Krông Nô", "thành phố Đà Lạt").
var unitName = regexp.MustCompile(`(?:^|[^\p{L}])((?i:thị trấn|thị xã|thành phố|huyện|quận|phường|xã|tỉnh))\s+(\p{Lu}[\p{L}\p{M}'’.]*(?:[ -]\p{Lu}[\p{L}\p{M}'’.]*)*)`)

// nextUnit is where the name of a larger unit begins inside a name.
var nextUnit = regexp.MustCompile(`(?i) (?:thị xã|thành phố|huyện|quận|tỉnh)( |$)`)

// department finds the speaker of a department's site.
var department = regexp.MustCompile(`(Sở|Ban|Cục|Chi cục)\s+(\p{Lu}[\p{L}\p{M}]*(?:,? (?:và |- )?\p{L}[\p{L}\p{M}]*)*?)\s+(?i:tỉnh|thành phố)\s`)

// hints reads place and issuer from a site's title: "Trang thông tin điện tử
// Huyện Krông Nô" gives "huyện Krông Nô" and "UBND huyện Krông Nô". Both are
// empty when the title names no unit.
func hints(siteTitle string) (place, issuer string) {
	m := unitName.FindStringSubmatch(siteTitle)
	if m == nil {
		return "", ""
	}
	name := m[2]
	if cut := nextUnit.FindStringIndex(name); cut != nil {
		name = name[:cut[0]]
	}
	place = strings.ToLower(m[1]) + " " + strings.TrimRight(name, ".'’")
	if d := department.FindStringSubmatch(siteTitle); d != nil {
		return place, d[1] + " " + d[2] + " " + place
	}
	return place, "UBND " + place
}
