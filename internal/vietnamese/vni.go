package vietnamese

import "strings"

// vni maps the letters of VNI for Windows as they show when their bytes are
// taken for Latin-1: a vowel and the character behind it make one letter.
// Capitals are made of capitals. Source: the code table of VNI-Times.
const vniPairs = `aù á aø à aû ả aõ ã aï ạ aê ă aé ắ aè ằ aú ẳ aü ẵ aë ặ aâ â aá ấ aà ầ aå ẩ aã ẫ aä ậ
eù é eø è eû ẻ eõ ẽ eï ẹ eâ ê eá ế eà ề eå ể eã ễ eä ệ
où ó oø ò oû ỏ oõ õ oï ọ oâ ô oá ố oà ồ oå ổ oã ỗ oä ộ ôù ớ ôø ờ ôû ở ôõ ỡ ôï ợ
uù ú uø ù uû ủ uõ ũ uï ụ öù ứ öø ừ öû ử öõ ữ öï ự
yù ý yø ỳ yû ỷ yõ ỹ
ô ơ ö ư æ ỉ ó ĩ ò ị î ỵ ñ đ`

// fromVNI writes a text of VNI in Unicode.
func fromVNI(s string) string { return vniReplacer().Replace(s) }

// vniRules are the pairs above in both cases and, for words set in capitals
// with marks in lower case, mixed.
func vniRules() []string {
	var rules []string
	fields := strings.Fields(vniPairs)
	for i := 0; i+1 < len(fields); i += 2 {
		from, to := fields[i], fields[i+1]
		upper := strings.ToUpper(from)
		rules = append(rules, from, to, upper, strings.ToUpper(to))
		if r := []rune(from); len(r) == 2 {
			rules = append(rules, strings.ToUpper(string(r[0]))+string(r[1]), strings.ToUpper(to))
		}
	}
	return rules
}
