package web

import (
	"cmp"
	"html/template"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // Windows has no zone files of its own

	"tracuu/internal/extract/target"
	"tracuu/internal/health"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
)

// functions are those that templates call.
func functions() template.FuncMap {
	return template.FuncMap{
		"day":         model.Date.Vietnamese,
		"clock":       clock,
		"period":      period,
		"names":       names,
		"count":       count,
		"bars":        bars,
		"plotWidth":   plotWidth,
		"percent":     percent,
		"share":       func(s *float64) string { return percent(int(100**s+.5), 100) },
		"fault":       health.FaultName,
		"missing":     func(s store.Stats) int { return s.Documents - s.HeldDocs },
		"last":        func(y []store.YearCount) int { return len(y) - 1 },
		"bytes":       size,
		"status":      search.StatusName,
		"relation":    relationName,
		"undergone":   undergone,
		"goal":        goal,
		"due":         due,
		"scope":       scope,
		"partners":    partners,
		"articleURL":  articleHref,
		"documentURL": documentHref,
		"anchor":      anchor,
		"readState":   readState,
		"excerpt":     excerpt,
		"marked":      func(p search.Passage) []segment { return spanSegments(p.Text, p.Marks) },
	}
}

// clock shows a moment in the zone of the people who read: 08:30 14/02/2022.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	zone, err := time.LoadLocation("Asia/Ho_Chi_Minh")
	if err != nil {
		zone = time.FixedZone("+07", 7*60*60)
	}
	return t.In(zone).Format("15:04 02/01/2006")
}

// period shows a day or a range of days.
func period(from, to model.Date) string {
	if from == to || to.IsZero() {
		return from.Vietnamese()
	}
	return from.Vietnamese() + " – " + to.Vietnamese()
}

// count groups thousands with dots: 62.323.
func count(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}

// size shows a number of bytes.
func size(n int64) string {
	if n < 1<<10 {
		return strconv.FormatInt(n, 10) + " byte"
	}
	if n < 1<<20 {
		return strconv.FormatInt(n>>10, 10) + " KB"
	}
	return strconv.FormatInt(n>>20, 10) + " MB"
}

// decimal writes a number as Vietnamese do: 7,5.
func decimal(v *float64) string {
	if v == nil {
		return ""
	}
	return strings.Replace(strconv.FormatFloat(*v, 'f', -1, 64), ".", ",", 1)
}

// goal shows the operator, value and unit of a target.
func goal(t model.Target) string {
	unit := ""
	if t.Unit != "" {
		unit = " " + t.Unit
	}
	switch t.Op {
	case model.Qualitative:
		return "định tính"
	case model.Range:
		return decimal(t.Value) + " – " + decimal(t.ValueTo) + unit
	}
	signs := map[model.Operator]string{
		model.AtLeast: "≥ ", model.AtMost: "≤ ", model.MoreThan: "> ", model.LessThan: "< ", model.Equal: "",
	}
	return signs[t.Op] + decimal(t.Value) + unit
}

// scope tells what a target belongs to and for whom it is set, "" when only
// its own words do.
func scope(t model.Target) string {
	var parts []string
	if name := target.FamilyName(t.Family); name != "" && !strings.EqualFold(name, t.Indicator) {
		parts = append(parts, "nhóm chỉ tiêu: "+name)
	}
	if t.Place != "" {
		parts = append(parts, "địa bàn: "+t.Place)
	}
	if t.Group != "" {
		parts = append(parts, "áp dụng: "+t.Group)
	}
	return strings.Join(parts, " · ")
}

// partners lists who works with an agency.
func partners(a model.Assignment) string {
	if len(a.Partners) == 0 {
		return ""
	}
	return "phối hợp với: " + strings.Join(a.Partners, "; ")
}

// due turns an ISO year, month or day into the Vietnamese order.
func due(iso string) string {
	parts := strings.Split(iso, "-")
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, "/")
}

// readState tells what became of an attachment.
func readState(a model.Attachment) string {
	switch a.State {
	case model.Read:
		return "đã đọc được chữ trong tệp"
	case model.Unread:
		return "chưa đọc được: " + cmp.Or(a.Reason, "chưa rõ lý do")
	case model.Missing:
		return "chưa tải được: " + cmp.Or(a.Reason, "chưa rõ lý do")
	}
	return "chưa tải"
}

// maxExcerpt bounds the text of an attachment on a page, in bytes.
const maxExcerpt = 64 << 10

// excerpt is the beginning of a text.
func excerpt(text string) string {
	if len(text) <= maxExcerpt {
		return text
	}
	return strings.ToValidUTF8(text[:maxExcerpt], "") + "\n[…] Còn tiếp trong tệp gốc."
}

// relationName says what a document does to another, or what is done to it.
func relationName(t model.RelationType, d search.Direction) string {
	names := map[model.RelationType][2]string{
		model.Implements: {"thực hiện", "được thực hiện bởi"},
		model.BasedOn:    {"căn cứ vào", "là căn cứ của"},
		model.Amends:     {"sửa đổi, bổ sung", "được sửa đổi, bổ sung bởi"},
		model.Replaces:   {"thay thế", "được thay thế bởi"},
		model.Repeals:    {"bãi bỏ", "bị bãi bỏ bởi"},
		model.Guides:     {"hướng dẫn", "được hướng dẫn bởi"},
		model.Extends:    {"gia hạn", "được gia hạn bởi"},
		model.Corrects:   {"đính chính", "được đính chính bởi"},
	}
	name := names[t]
	if d == search.Incoming {
		return name[1]
	}
	return name[0]
}

// undergone tells what happened to a document when it is not known by which
// other: "được thay thế".
func undergone(t model.RelationType) string {
	return strings.TrimSuffix(relationName(t, search.Incoming), " bởi")
}

// maxNames is how many names a line lists before it counts the rest.
const maxNames = 5

// names lists things in a line: "A; B và 3 đơn vị khác".
func names(all []string) string {
	if len(all) <= maxNames {
		return strings.Join(all, "; ")
	}
	return strings.Join(all[:maxNames], "; ") + " và " + count(len(all)-maxNames) + " đơn vị khác"
}
