package vietnamese

import "testing"

func TestFontEncoding(t *testing.T) {
	for _, tt := range []struct{ font, text, want string }{
		{".VnTime", "KÕ ho¹ch", "Kế hoạch"},
		{".VnTimeH", "KÕ ho¹ch", "KẾ HOẠCH"},
		{".VnArial NarrowH", "sè", "SỐ"},
		{"VnTime", "\u00adu ®·i", "ưu đãi"},
		{"VNI-Times", "Keá hoaïch", "Kế hoạch"},
		{"Times New Roman", "KÕ ho¹ch", "KÕ ho¹ch"},
		{".VnTime", "Kế hoạch à", "Kế hoạch à"}, // typed in Unicode
	} {
		if got := EncodingOfFont(tt.font).Decode(tt.text); got != tt.want {
			t.Errorf("%s %q: got %q, want %q", tt.font, tt.text, got, tt.want)
		}
	}
}
