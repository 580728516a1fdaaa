package topic

import (
	"slices"
	"strings"
	"testing"

	"tracuu/data"
	"tracuu/internal/casetest"
	"tracuu/internal/vietnamese"
)

// TestCases reads titles, and the bodies below them.
func TestCases(t *testing.T) {
	casetest.Run(t, "testdata/*.txt", func(input string) string {
		title, body, _ := strings.Cut(input, "\n")
		return strings.Join(Of(title, body), " ")
	})
}

// TestEveryRow holds that a title that is a phrase of a row tells its topic,
// also without accents when it has more than one syllable.
func TestEveryRow(t *testing.T) {
	rows, err := data.Table("topics.txt", 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row[0] == "~" || row[0] == "-" {
			continue
		}
		if vietnamese.Slug(row[0]) != row[0] || row[1] == "" {
			t.Errorf("row %q: an id of ASCII and a name are needed, got %q", row[0], row[1])
		}
		for _, p := range data.List(row[2]) {
			if got := Of(p, ""); !slices.Contains(got, row[0]) {
				t.Errorf("title %q: got %v, want %s", p, got, row[0])
			}
		}
		p := data.List(row[2])[0]
		if folded := vietnamese.Fold(p); strings.Contains(p, " ") && !slices.Contains(Of(folded, ""), row[0]) {
			t.Errorf("title %q: got %v, want %s", folded, Of(folded, ""), row[0])
		}
	}
}

func TestNames(t *testing.T) {
	all := All()
	if len(all) < 20 {
		t.Fatalf("%d topics", len(all))
	}
	seen := map[string]bool{}
	for _, topic := range all {
		if seen[topic.ID] || seen[topic.Name] {
			t.Errorf("%v stands twice", topic)
		}
		seen[topic.ID], seen[topic.Name] = true, true
	}
	if got := Name("y-te"); got != "Y tế" {
		t.Errorf("y-te is %q", got)
	}
	if got := Name("không có"); got != "không có" {
		t.Errorf("an unknown id is %q", got)
	}
}

// FuzzOf holds the bounds for any bytes.
func FuzzOf(f *testing.F) {
	f.Add("Kế hoạch phòng, chống thiên tai", "Ứng phó với bão số 9")
	f.Add("\xff\xfe\x00", strings.Repeat("môi trường ", 10))
	f.Fuzz(func(t *testing.T, title, text string) {
		got := Of(title, text)
		if len(got) > maxTopics {
			t.Fatalf("%d topics", len(got))
		}
		for i, id := range got {
			if Name(id) == id || slices.Contains(got[:i], id) {
				t.Fatalf("topics %v", got)
			}
		}
	})
}

func BenchmarkOf(b *testing.B) {
	title := "Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn năm 2024 trên địa bàn huyện Phước Điền"
	body := strings.Repeat("Các đơn vị chủ động ứng phó với mưa lũ, bảo đảm an toàn hồ chứa và giao thông. ", 60)
	b.ReportAllocs()
	for b.Loop() {
		Of(title, body)
	}
}
