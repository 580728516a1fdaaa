package evaluate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCopies(t *testing.T) {
	long := "Ủy ban nhân dân huyện ban hành kế hoạch phòng chống hạn mặn mùa khô. "
	for i := range 20 {
		long += "Việc thứ " + string(rune('a'+i)) + " giao cho xã " + string(rune('k'+i)) + " làm xong trong tháng. "
	}
	got := Copies([]Page{
		{"b/long", long + "Thị trấn báo cáo thêm."},
		{"a/long", strings.ToUpper(long)},
		{"a/short", "Lịch tiếp công dân tháng 5 năm 2019"},
		{"b/short", "Lịch tiếp công dân tháng 6 năm 2019"}, // one word of a headline is another headline
		{"c/short", "lịch tiếp công dân, tháng 6 năm 2019."},
		{"a/empty", ""},
		{"b/empty", "…"},
	})
	want := map[string]string{
		"a/long": "a/long", "b/long": "a/long", "a/short": "a/short", "b/short": "b/short", "c/short": "b/short",
		"a/empty": "a/empty", "b/empty": "b/empty",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStandGivesCopiesOneGrade(t *testing.T) {
	judged := Judgements{"q": {"a/x": 1, "b/x": 2, "c": 1}}
	got := judged.Stand(map[string]string{"a/x": "a/x", "b/x": "a/x"})
	if diff := cmp.Diff(Judgements{"q": {"a/x": 2, "c": 1}}, got); diff != "" {
		t.Error(diff)
	}
}
