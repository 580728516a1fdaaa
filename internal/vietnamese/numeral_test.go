package vietnamese

import (
	"math"
	"testing"
)

func TestDecimal(t *testing.T) {
	for in, want := range map[string]float64{
		"70": 70, "7,5": 7.5, "1.200": 1200, "1.200,5": 1200.5, "192.7": 192.7, "340.500": 340500, "803.071.447.000": 803071447000, "05": 5,
	} {
		if got, ok := Decimal(in); !ok || got != want {
			t.Errorf("Decimal(%q) = %v, %v, want %v", in, got, ok, want)
		}
	}
}

func TestNumeral(t *testing.T) {
	for _, c := range []struct {
		in   string
		want float64
		read string
	}{
		{"bảy mươi phần trăm", 70, "bảy mươi"},
		{"một trăm hai mươi lăm xã", 125, "một trăm hai mươi lăm"},
		{"mười lăm hộ", 15, "mười lăm"},
		{"hai mươi mốt", 21, "hai mươi mốt"},
		{"một trường tiểu học", 1, "một"},
		{"ba nghìn năm trăm người", 3500, "ba nghìn năm trăm"},
		{"hai trăm linh năm", 205, "hai trăm linh năm"},
		{"bảy phẩy năm phần trăm", 7.5, "bảy phẩy năm"},
		{"hai tỷ ba trăm triệu đồng", 2300000000, "hai tỷ ba trăm triệu"},
		{"hai mươi năm qua", 20, "hai mươi"}, // years
		{"năm mươi hộ", 50, "năm mươi"},
		{"năm 2025", 0, ""},
		{"năm nay", 0, ""},
		{"trăm năm", 0, ""},
		{"", 0, ""},
	} {
		got, end, ok := Numeral(c.in)
		if math.Abs(got-c.want) > 1e-9 || c.in[:end] != c.read || ok != (c.read != "") {
			t.Errorf("Numeral(%q) = %v %q %v, want %v %q", c.in, got, c.in[:end], ok, c.want, c.read)
		}
	}
}

func FuzzNumeral(f *testing.F) {
	f.Add("ba nghìn năm trăm người")
	f.Fuzz(func(t *testing.T, s string) {
		if _, end, ok := Numeral(s); end < 0 || end > len(s) || ok != (end > 0) {
			t.Fatalf("end %d, ok %v in %q", end, ok, s)
		}
	})
}
