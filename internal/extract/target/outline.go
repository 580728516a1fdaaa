package target

import "strings"

// outline follows the headings of a text: whether a part of goals is open, and
// the due date that a heading, label or lead gives to what stands under it.
type outline struct {
	open      bool
	rank      int    // of the heading that opened the part
	loose     bool   // that heading has no marker: its items decide the rank
	items     int    // items seen under a loose heading
	prose     int    // paragraphs seen under a loose heading
	suspended int    // rank of a label of tasks inside the part, 0 without one
	figures   bool   // the heading names figures (chỉ tiêu): goals there have numbers
	paragraph bool   // the lead of this paragraph names goals
	article   bool   // inside the articles of a law or decree
	dues      []due  // of headings and labels, higher ones first
	lead      string // due of this paragraph's lead
}

// mostProse is how many paragraphs without a marker belong to a heading without
// one: nothing but the next heading would end them.
const mostProse = 3

type due struct {
	rank int
	when string
}

// goals tells whether the line at hand stands in a part of goals.
func (o *outline) goals() bool { return o.paragraph || o.open && o.suspended == 0 }

// due is the date that headings give to the line at hand.
func (o *outline) due() string {
	if o.lead != "" {
		return o.lead
	}
	if n := len(o.dues); n > 0 {
		return o.dues[n-1].when
	}
	return ""
}

// enter moves to a line and tells whether it is a heading or label, which
// states nothing itself.
func (o *outline) enter(s *scan, l line) bool {
	if !l.first {
		return false
	}
	o.paragraph, o.lead = false, ""
	body := s.low[l.body:l.End]
	if strings.HasPrefix(s.low[l.Start:l.End], "điều ") && l.body > l.Start {
		o.article = true
	}
	o.close(body, l)
	if l.heading {
		o.head(s, body, l)
		return true
	}
	if l.lead > l.body {
		o.lead = s.dueIn(l.body, l.lead)
		o.paragraph = headsGoals(body) && !tellsTasks(s.low[l.body:l.lead]) && (!o.article || ofPlan(s, s.low[l.body:l.lead], l))
	}
	return false
}

// close ends what a line ends: the part of goals, a label of tasks, due dates.
func (o *outline) close(body string, l line) {
	rank := l.rank
	for len(o.dues) > 0 && rank > 0 && o.dues[len(o.dues)-1].rank >= rank {
		o.dues = o.dues[:len(o.dues)-1]
	}
	if o.suspended > 0 && rank <= o.suspended {
		o.suspended = 0
	}
	if !o.open {
		if rank == 0 {
			o.dues = o.dues[:0]
		}
		return
	}
	if o.loose && rank > 0 && !l.heading && o.items == 0 {
		o.rank = rank - 1
	}
	switch {
	case rank > 0 && rank <= o.rank,
		(l.heading || rank > 0 && rank < rankDash) && rules().words["close"].starts(body) > 0,
		o.loose && rank == 0 && (o.items > 0 || o.prose >= mostProse):
		o.open, o.dues = false, o.dues[:0]
	case rank > 0:
		o.items++
	default:
		o.prose++
	}
}

// head reads a heading or label: a goal heading opens a part of goals.
func (o *outline) head(s *scan, body string, l line) {
	when := s.dueIn(l.body, l.End)
	if when != "" {
		o.dues = append(o.dues, due{l.rank, when})
	}
	switch {
	case l.Start == 0 && l.rank == rankTitle && !strings.HasSuffix(body, ":"): // a headline
	case o.article && !ofPlan(s, body, l): // the words of a law, or a form
	case headsGoals(body) || strings.HasSuffix(body, ":") && s.announcesGoals(l):
		if o.open && l.rank > o.rank && !o.loose {
			return
		}
		o.figures = !(phrases{"mục tiêu", "tầm nhìn", "phấn đấu"}).in(body)
		o.open, o.rank, o.items, o.prose, o.suspended = true, l.rank, 0, 0, 0
		o.loose = l.body == l.Start && l.rank == rankTitle || l.rank >= rankDash
		if o.loose {
			o.rank = 0
		}
	case o.open && tellsTasks(body):
		o.suspended = l.rank
	}
}

// headsGoals tells the words of a heading or lead of goals.
func headsGoals(body string) bool {
	if rules().words["nohead"].starts(body) > 0 {
		return false
	}
	return rules().words["head"].starts(body) > 0
}

// ofPlan tells a heading of goals of a plan among the articles of a decision:
// it has a marker, and says of what or when.
func ofPlan(s *scan, body string, l line) bool {
	if l.body == l.Start && l.rank != rankCapitals {
		return false
	}
	return l.rank == rankRoman || (phrases{"chung", "cụ thể", "tổng quát", "tổng thể", "tầm nhìn"}).in(body) || s.dueIn(l.body, l.End) != ""
}

// announcesGoals tells a line that ends in a colon and speaks of goals, as
// "Hội nghị thống nhất một số chỉ tiêu chủ yếu sau:".
func (s *scan) announcesGoals(l line) bool {
	body := s.low[l.body:l.End]
	if strings.HasPrefix(body, "để ") || tellsTasks(body) || (phrases{"nhiệm vụ", "giải pháp", "kết quả", "tập trung"}).in(body) {
		return false
	}
	for _, h := range s.cuesIn(l.body, l.End) {
		switch h.kind {
		case "aim", "setaim", "quota", "strive":
			return true
		}
	}
	return false
}

// tellsTasks tells a label after which tasks stand: "Các sở, ngành phải:".
func tellsTasks(body string) bool {
	text := strings.TrimRight(body, " :*")
	tasks := rules().words["tasks"]
	return tasks.starts(text) > 0 || tasks.ends(text) > 0
}
