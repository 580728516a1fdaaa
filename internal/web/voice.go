package web

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"tracuu/internal/extract/target"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
	"tracuu/internal/web/message"
)

// voice words numbers, moments and facts in one language. Days stay dd/mm/yyyy
// and names of documents and bodies stay as they are in every language.
type voice struct{ message.Printer }

// clock shows a moment in the zone of the people who read: 08:30 14/02/2022.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(model.Vietnam()).Format("15:04 02/01/2006")
}

// period shows a day or a range of days.
func period(from, to model.Date) string {
	if from == to || to.IsZero() {
		return from.Vietnamese()
	}
	return from.Vietnamese() + " – " + to.Vietnamese()
}

// count groups thousands: 62.323 in Vietnamese, 62,323 in English.
func (v voice) count(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + v.Say("number.thousands") + digits[i:]
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

// decimal writes a number with the mark of the language: 7,5.
func (v voice) decimal(n *float64) string {
	if n == nil {
		return ""
	}
	return strings.Replace(strconv.FormatFloat(*n, 'f', -1, 64), ".", v.Say("number.point"), 1)
}

// percent is a part of a whole, for people; "–" of nothing.
func percent(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return strconv.Itoa((100*part+whole/2)/whole) + " %"
}

// goal shows the operator, value and unit of a target.
func (v voice) goal(t model.Target) string {
	unit := ""
	if t.Unit != "" {
		unit = " " + t.Unit
	}
	switch t.Op {
	case model.Qualitative:
		return v.Say("goal.qualitative")
	case model.Range:
		return v.decimal(t.Value) + " – " + v.decimal(t.ValueTo) + unit
	}
	signs := map[model.Operator]string{
		model.AtLeast: "≥ ", model.AtMost: "≤ ", model.MoreThan: "> ", model.LessThan: "< ", model.Equal: "",
	}
	return signs[t.Op] + v.decimal(t.Value) + unit
}

// scope tells what a target belongs to and for whom it is set, "" when only
// its own words do.
func (v voice) scope(t model.Target) string {
	var parts []string
	if name := target.FamilyName(t.Family); name != "" && !strings.EqualFold(name, t.Indicator) {
		parts = append(parts, v.Say("scope.family", name))
	}
	if t.Place != "" {
		parts = append(parts, v.Say("scope.place", t.Place))
	}
	if t.Group != "" {
		parts = append(parts, v.Say("scope.group", t.Group))
	}
	return strings.Join(parts, " · ")
}

// partners lists who works with an agency.
func (v voice) partners(a model.Assignment) string {
	if len(a.Partners) == 0 {
		return ""
	}
	return v.Say("partners", strings.Join(a.Partners, "; "))
}

// due turns an ISO year, month or day into the order of pages.
func due(iso string) string {
	parts := strings.Split(iso, "-")
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, "/")
}

// readState tells what became of an attachment.
func (v voice) readState(a model.Attachment) string {
	switch a.State {
	case model.Read:
		return v.Say("file.read")
	case model.Unread:
		if a.Fault == model.FaultScan {
			return v.Say("file.scan")
		}
		return v.Say("file.unread", cmp.Or(a.Reason, v.Say("file.noreason")))
	case model.Missing:
		return v.Say("file.missing", cmp.Or(a.Reason, v.Say("file.noreason")))
	}
	return v.Say("file.unfetched")
}

// maxExcerpt bounds the text of an attachment on a page, in bytes.
const maxExcerpt = 8 << 10

// excerpt is the beginning of a text.
func (v voice) excerpt(text string) string {
	if len(text) <= maxExcerpt {
		return text
	}
	return strings.ToValidUTF8(text[:maxExcerpt], "") + "\n[…] " + v.Say("file.more")
}

// status tells what the store has of a document.
func (v voice) status(s model.Status) string { return v.Say("status." + string(s)) }

// relation says what a document does to another, or what is done to it.
func (v voice) relation(t model.RelationType, d search.Direction) string {
	return v.Say("relation." + string(t) + "." + string(d))
}

// undergone tells what happened to a document when it is not known by which
// other: "được thay thế".
func (v voice) undergone(t model.RelationType) string {
	return v.Say("relation." + string(t) + ".undergone")
}

// line is a document in one line: name · date · issuer.
func (v voice) line(d search.Document) string {
	parts := []string{d.Name}
	switch {
	case !d.Issued.IsZero():
		parts = append(parts, v.Say("on.day", d.Issued.Vietnamese()))
	case d.Year != 0 && d.Number.Year == 0:
		parts = append(parts, v.Say("of.year", d.Year))
	}
	if d.Issuer != "" {
		parts = append(parts, d.Issuer)
	}
	return strings.Join(parts, " · ")
}

// maxNames is how many names a line lists before it counts the rest.
const maxNames = 5

// names lists things in a line: "A; B và 3 đơn vị khác".
func (v voice) names(all []string) string {
	if len(all) <= maxNames {
		return strings.Join(all, "; ")
	}
	return strings.Join(all[:maxNames], "; ") + " " + v.Say("names.more", v.count(len(all)-maxNames))
}

// missing counts the documents without an article that announces them.
func missing(s store.Stats) int { return s.Documents - s.HeldDocs }
