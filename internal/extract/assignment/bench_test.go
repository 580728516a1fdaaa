package assignment_test

import (
	"strings"
	"testing"
	"time"

	"tracuu/internal/extract/assignment"
	"tracuu/internal/vietnamese"
)

const order = "Theo đó, UBND huyện giao Phòng Nội vụ chủ trì, phối hợp với các phòng, ban, UBND các xã rà soát danh sách; báo cáo kết quả trước ngày 15/8/2022. " +
	"Trong năm qua, các xã đã tổ chức nhiều đợt ra quân, vận động Nhân dân tham gia, đạt kết quả khá trên các lĩnh vực.\n" +
	"2. Phòng Tài chính - Kế hoạch có trách nhiệm:\na) Tham mưu bố trí kinh phí;\nb) Hướng dẫn thanh quyết toán.\n"

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(order, 200)
	folded, sentences := vietnamese.FoldOffsets(text), vietnamese.Sentences(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		assignment.Find(text, folded, sentences, nil)
	}
}

// Time grows with the text, not with its square, whatever it repeats.
func TestHostileText(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, part := range []string{
		"giao các sở, ", "các ", "Sở Y tế; ", "giao ", "- ", "a) Giao Sở Y tế:\n", "(", "Đối với các xã, ", "theo, ", "phối hợp với các ",
		"1 | Cơ quan chủ trì | ", "Cơ quan chủ trì: Sở Y tế. ", "chủ trì; ", "yêu cầu Sở Y tế báo cáo; ", "1.", "trước ngày ", "Sở Y tế và ",
	} {
		text := strings.Repeat(part, 2<<20/len(part))
		folded, sentences := vietnamese.FoldOffsets(text), vietnamese.Sentences(text)
		start := time.Now()
		assignment.Find(text, folded, sentences, nil)
		if took := time.Since(start); took > 4*time.Second {
			t.Errorf("%q took %v", part, took)
		}
	}
}
