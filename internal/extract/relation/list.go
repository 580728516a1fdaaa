package relation

import (
	"strings"

	"tracuu/internal/vietnamese"
)

// joined tells that mentions i and j stand in one list: "Chỉ thị số 05 ngày
// 15/5/2016 và Kết luận số 01", "Công văn số 15 … về phòng dịch; Công văn số
// 20". What a document is about may stand between, no other clause.
func (x *finder) joined(i, j int) bool {
	const longest = 420 // bytes of a document's subject
	a, b := x.mentions[i].Span, x.mentions[j].Span
	if b.Start < a.End {
		return b.Start >= a.Start // numbers of one list share their quote
	}
	between := x.text[a.End:b.Start]
	if len(between) > longest || strings.ContainsAny(between, ":|") {
		return false
	}
	if strings.Contains(between, "\n") && x.sentenceOf(a).End < b.Start {
		return false
	}
	folded := strings.TrimSpace(x.folded.Text[x.folded.At(a.End):x.folded.At(b.Start)])
	folded = strings.TrimSpace(strings.TrimSuffix(folded, "cac"))
	if cut := strings.LastIndexAny(folded, ";,"); cut >= 0 && opens(strings.TrimLeft(folded[cut+1:], " "), reports) {
		folded = folded[:cut+1] // the words of a type that its code says again
	}
	head, and := cutWord(folded, "va")
	head = strings.TrimRight(head, " ")
	if !and && !strings.HasSuffix(head, ",") && !strings.HasSuffix(head, ";") {
		return false
	}
	head = strings.Trim(head, " ,;()")
	if strings.ContainsAny(head, ";") || strings.Contains(head, ". ") {
		return false
	}
	return head == "" || tail(head)
}

// reports are types with words between them and their number: "Báo cáo thẩm
// tra số 77/BC-HĐND".
var reports = []string{"bao cao tham tra", "bao cao tham dinh", "bao cao tiep thu", "bao cao giai trinh", "bao cao thuyet minh", "y kien tham tra", "bien ban"}

// tail tells what may stand behind a number in a list: day, issuer, subject.
func tail(head string) bool {
	for _, w := range []string{"ngay ", "cua ", "ve ", "khoa ", "nam ", "quy dinh ", "ban hanh ", "huong dan ", "sua doi", "v/v "} {
		if strings.HasPrefix(head, w) {
			return true
		}
	}
	return false
}

// afterUnnumbered reads the verb before a list whose first document has no
// number of its own: "thực hiện Luật Trẻ em, Nghị định số 56", "triển khai hiệu
// quả các kết luận của Đảng, Nghị quyết số 105".
func afterUnnumbered(head string) (reading, bool) {
	const reach = 140
	head = strings.TrimRight(head, " ")
	head, and := cutWord(head, "va")
	if !and && !strings.HasSuffix(head, ",") {
		return reading{}, false
	}
	head = head[max(0, len(head)-reach):]
	if cut := strings.LastIndexAny(head, ".;:\n|"); cut >= 0 {
		head = head[cut+1:]
	}
	for at := len(head); at >= 0; {
		at = strings.LastIndexByte(head[:max(0, at)], ' ')
		c, ok := openCue(head[at+1:], rules().verbs)
		if ok && c.typ != none && c.typ != carried && c.only == "" && namesDocument(head[at+1+len(c.folded):]) && !reviews(head[:at+1]) {
			return reading{typ: c.typ, apart: true}, true
		}
		if at < 0 {
			break
		}
	}
	return reading{}, false
}

// afterPieces reads the verb before a list whose documents are parted by
// semicolons and of which the first have no number: "Căn cứ Luật Ngân sách nhà
// nước năm 2015; Nghị định số 163".
func afterPieces(head string) (reading, bool) {
	head = strings.TrimRight(head, " \n-")
	if !strings.HasSuffix(head, ";") {
		return reading{}, false
	}
	head = strings.TrimSuffix(head, ";")
	for {
		cut := strings.LastIndexAny(head, ";\n:|") + 1
		piece := strings.TrimLeft(head[cut:], " -+*•")
		if c, ok := openCue(piece, rules().verbs); ok && c.typ != none && c.typ != carried && namesDocument(piece[len(c.folded):]) {
			return reading{typ: c.typ, apart: true}, true
		}
		if cut == 0 || head[cut-1] != ';' || !opens(piece, documents) {
			return reading{}, false
		}
		head = head[:cut-1]
	}
}

// documents are the folded words for a document that open an unnumbered name.
var documents = []string{"nghi quyet", "chi thi", "ket luan", "luat", "bo luat", "phap lenh", "nghi dinh", "thong tu", "quyet dinh", "ke hoach", "chuong trinh", "de an", "quy dinh", "huong dan", "cong van", "thong bao", "hien phap"}

// namesDocument tells whether a document is named within the first words of
// rest, after adverbs only.
func namesDocument(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	for {
		was := rest
		for _, list := range [][]string{rules().words["adverb"], {"cac", "nhung", "hieu qua", "day du", "quyet liet", "dong bo"}} {
			for _, w := range list {
				if cut, ok := strings.CutPrefix(rest, w); ok && (cut == "" || !vietnamese.WordByte(cut[0])) {
					rest = strings.TrimLeft(cut, " ,")
				}
			}
		}
		if rest == was {
			return opens(rest, documents)
		}
	}
}
