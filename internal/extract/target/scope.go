package target

import "strings"

// placeWords are the kinds of place that a goal can be set for.
var placeWords = phrases{"tỉnh", "thành phố", "huyện", "thị xã", "thị trấn", "quận", "xã", "phường", "toàn tỉnh", "toàn huyện", "toàn xã", "cả nước", "toàn thành phố", "toàn quốc"}

// groupWords open the group that a goal is set for.
var groupWords = phrases{"đối với", "mỗi", "trong nhóm", "khu vực", "vùng", "ở khu vực", "ở nông thôn", "ở đô thị", "trong vùng"}

// scope reads for which place and which group a goal is set, as printed; each
// is "" when the clause does not say.
func (s *scan) scope(p part) (place, group string) {
	const reach = 300
	end := borderBefore(s.low, min(p.end, p.start+reach))
	for i := p.start; i < end && (place == "" || group == ""); {
		if !letter(s.low[i]) {
			i = step(s.low, i)
			continue
		}
		rest := s.low[i:end]
		if n := placeWords.starts(rest); n > 0 && place == "" {
			if to := s.properName(i, i+n, end); to > i+n || wholePlace(rest[:n]) {
				place = printed(s.Text[i:to])
				i = to
				continue
			}
		}
		if n := groupWords.starts(rest); n > 0 && group == "" {
			to := groupEnd(s.low, i+n, end)
			group = printed(s.Text[i:to])
			i = max(to, i+1)
			continue
		}
		i = wordTo(s.low, i)
	}
	return place, group
}

func wholePlace(words string) bool {
	return strings.HasPrefix(words, "toàn ") || words == "cả nước"
}

// properName is the end of the capitalised words behind a kind of place.
func (s *scan) properName(start, i, end int) int {
	for range 4 {
		at := afterBlanks(s.low, i)
		to := wordTo(s.low, at)
		if at >= end || to > end || to == at || s.Text[at:to] == s.low[at:to] {
			break
		}
		i = to
	}
	if wholePlace(s.low[start:i]) {
		return i
	}
	return i
}

// groupEnd is where the words of a group end: at a verb or a mark.
func groupEnd(s string, i, end int) int {
	stops := phrases{"có", "đạt", "phải", "là", "được", "từ", "trên", "dưới", "đề xuất", "tối thiểu", "ít nhất", "thành lập", "xây dựng", "cần", "phấn đấu", "tham gia", "đăng ký"}
	for j := i; j < end; {
		if strings.IndexByte(",;:.()0123456789", s[j]) >= 0 {
			return beforeBlanks(s, j)
		}
		if letter(s[j]) {
			if stops.starts(s[j:end]) > 0 {
				return beforeBlanks(s, j)
			}
			j = wordTo(s, j)
			continue
		}
		j = step(s, j)
	}
	return beforeBlanks(s, end)
}
