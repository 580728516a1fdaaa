package target_test

import (
	"strings"
	"testing"

	"tracuu/internal/extract/date"
	"tracuu/internal/extract/target"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

func source(text string) target.Source {
	return target.Source{
		Text: text, Sentences: vietnamese.Sentences(text), Dates: date.Find(text, date.Context{Posted: posted}), Posted: posted,
	}
}

func find(s target.Source) []model.Target { return target.Find(s) }

func BenchmarkFind(b *testing.B) {
	plan := "II. MỤC TIÊU\n1. Mục tiêu cụ thể đến năm 2025\n- Tỷ lệ hộ nghèo giảm còn dưới 2%; có 5 xã đạt chuẩn nông thôn mới.\n" +
		"- Thu ngân sách trên địa bàn đạt 1.200 tỷ đồng, tăng bình quân 8 - 10%/năm.\nIII. NHIỆM VỤ, GIẢI PHÁP\n"
	law := strings.Repeat("Điều 5. Trách nhiệm của cơ quan quản lý nhà nước trong việc tổ chức thi hành; cơ quan quy định tại khoản 1 Điều này có trách nhiệm hướng dẫn, kiểm tra.\n", 20)
	for name, text := range map[string]string{"plan": strings.Repeat(plan, 100), "law": strings.Repeat(law, 20)} {
		s := source(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				find(s)
			}
		})
	}
}
