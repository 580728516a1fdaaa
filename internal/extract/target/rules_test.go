package target

import (
	"strings"
	"testing"
)

func TestRuleFilesLoad(t *testing.T) {
	if _, err := loadRules(); err != nil {
		t.Fatal(err)
	}
}

func TestLowerKeepsOffsets(t *testing.T) {
	const upper = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ×"
	if got, want := lower(upper), strings.ToLower(upper); got != want {
		t.Errorf("lower = %q, want %q", got, want)
	}
	if got := lower("Ð \u2013 “Ế” €"); got != "đ \u2013 “ế” €" {
		t.Errorf("lower = %q", got)
	}
}

func TestFamily(t *testing.T) {
	for _, c := range []struct{ indicator, measure, want string }{
		{"tỷ lệ hộ nghèo", "share", "poverty_rate"},
		{"tỉ lệ hộ nghèo đa chiều toàn tỉnh", "share", "poverty_rate"},
		{"Tỷ lệ hộ cận nghèo", "share", "near_poverty_rate"},
		{"số hộ nghèo", "count", "poor_households"},
		{"độ che phủ rừng", "share", "forest_cover"},
		{"tỷ lệ che phủ của rừng", "share", "forest_cover"},
		{"thu nhập bình quân đầu người", "money", "income_per_head"},
		{"người dân tham gia BHYT", "share", "health_insurance"},
		{"một điều khác", "share", ""},
	} {
		if got := familyOf(c.indicator, c.measure); got != c.want {
			t.Errorf("familyOf(%q, %s) = %q, want %q", c.indicator, c.measure, got, c.want)
		}
	}
}
