package assignment

import (
	"slices"
	"strings"

	"tracuu/internal/model"
)

// dues are the days by which the task in [from, end) is due: those behind a
// word of deadline. A period is due on its last day. Only deadlines that are
// told alike ("trước ngày … , trước ngày …") are several.
func (s source) dues(from, end int) []model.Date {
	first, _ := slices.BinarySearchFunc(s.dates, from, func(d model.DateFact, at int) int { return d.Start - at })
	var days []model.Date
	var words []string
	for _, d := range s.dates[first:] {
		if d.Start >= end {
			break
		}
		if w, ok := s.deadline(from, d); ok && d.End <= end {
			days, words = append(days, d.To), append(words, w)
		}
	}
	if len(days) < 2 {
		return days
	}
	var alike []model.Date
	last := words[len(words)-1]
	for i, w := range words {
		if w == last {
			alike = append(alike, days[i])
		}
	}
	return alike
}

// deadline is the word of deadline right before a date, or at its own head.
func (s source) deadline(from int, d model.DateFact) (string, bool) {
	const reach = 48
	begin, at := s.folded.At(max(from, 0)), s.folded.At(d.Start)
	head := strings.TrimRight(s.folded.Text[max(begin, at-reach):at], " ")
	head = trimClock(strings.TrimSuffix(strings.TrimSuffix(head, " ngay"), " thang"))
	longest := ""
	for _, words := range rules().kinds["deadline"].words {
		for _, w := range words {
			if len(w.folded) > len(longest) && (strings.HasSuffix(head, " "+w.folded) || head == w.folded) {
				longest = w.folded
			}
		}
	}
	if longest != "" {
		return strings.TrimSuffix(longest, " ngay"), true
	}
	inside := s.folded.Text[at:s.folded.At(d.End)]
	for _, w := range []string{"truoc", "den het", "cham nhat", "den ngay", "den", "trong"} {
		if strings.HasPrefix(inside, w+" ") {
			return w, true
		}
	}
	return "", strings.Contains(inside, " den ")
}

// trimClock cuts a time of day from the end of a folded head: "17 giờ", "17h00",
// "16 giờ 30 phút".
func trimClock(head string) string {
	const words = 5 // of "trước 16 giờ 30 phút", at most four are the time
	rest := strings.TrimRight(head, " ,")
	for range words {
		cut := strings.LastIndexByte(rest, ' ')
		switch w := rest[cut+1:]; {
		case w == "gio", w == "phut", w == "h", w == "ngay":
		case w != "" && strings.Trim(w, "0123456789h:g") == "" && w[0] >= '0' && w[0] <= '9':
		default:
			return rest
		}
		if cut < 0 {
			break
		}
		rest = rest[:cut]
	}
	return rest
}
