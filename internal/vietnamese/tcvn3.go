package vietnamese

import "strings"

// tcvn3 maps the letters of TCVN 5712:1993 VN3 (fonts .VnTime, ABC) as they
// show when their bytes are taken for Latin-1. The soft hyphen is ư. Source:
// the code table of the standard.
const (
	tcvn3From = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦"
	tcvn3To   = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ"
)

// fromTCVN3 writes a text of TCVN3 in Unicode.
func fromTCVN3(s string) string {
	return strings.Map(func(r rune) rune {
		if to, ok := tcvn3Table()[r]; ok {
			return to
		}
		return r
	}, s)
}
