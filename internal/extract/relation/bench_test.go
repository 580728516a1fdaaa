package relation_test

import (
	"strings"
	"testing"
	"time"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/extract/relation"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

const act = "Căn cứ Nghị quyết số 31/2020/NQ-HĐND ngày 10/12/2020 của Hội đồng nhân dân tỉnh về chính sách hỗ trợ hợp tác xã; " +
	"Nghị định số 24/2021/NĐ-CP được sửa đổi, bổ sung một số điều bởi Nghị định số 56/2022/NĐ-CP. " +
	"Bãi bỏ khoản 3 Điều 5 Quy chế ban hành kèm theo Quyết định số 12/2018/QĐ-UBND của UBND tỉnh.\n"

func mentions(text string) []model.Mention {
	matches := docnum.Find(text)
	all := make([]model.Mention, len(matches))
	for i, m := range matches {
		all[i] = model.Mention{Evidence: model.Evidence{Span: model.Span{Start: m.Start, End: m.End}}, Number: m.Number}
	}
	return all
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(act, 200)
	folded, sentences, all := vietnamese.FoldOffsets(text), vietnamese.Sentences(text), mentions(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		relation.Find(text, folded, sentences, all)
	}
}

// Time grows with the text, not with its square, whatever it repeats.
func TestHostileText(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, part := range []string{
		"Nghị định số 1/2020/NĐ-CP, ", "thực hiện Kế hoạch số 2/KH-UBND; ", "được thay thế bởi Quyết định số 3/QĐ-UBND ",
		"theo Công văn số 4/UBND-VX ", "Quyết định số 5/QĐ-UBND hết hiệu lực ", "Căn cứ\n- Luật số 6/2020/QH14\n",
	} {
		text := strings.Repeat(part, 1<<20/len(part))
		folded, sentences, all := vietnamese.FoldOffsets(text), vietnamese.Sentences(text), mentions(text)
		start := time.Now()
		relation.Find(text, folded, sentences, all)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q took %v", part, took)
		}
	}
}
