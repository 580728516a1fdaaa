package msxls

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/attachment/msxls/msxlstest"
	"tracuu/internal/attachment/ole/oletest"
)

func sample() []byte {
	return msxlstest.File(
		msxlstest.Sheet{Name: "Chỉ tiêu", Rows: [][]any{
			{"Thống kê", "52/KH-UBND\nngày 18/3", nil, 2025},
			nil,
			{msxlstest.Legacy("Tû lÖ"), 7.5, -3, msxlstest.Shown{Value: 0.075, Format: 10}},
			{
				msxlstest.Shown{Value: 44638, Format: 14},
				msxlstest.Shown{Value: 44638.5, Format: 22},
				msxlstest.Shown{Value: 44638, Format: 164},
				msxlstest.Shown{Value: 13000, Format: 165},
				msxlstest.Shown{Value: 0.75, Format: 20},
			},
		}},
		msxlstest.Sheet{Name: "Ẩn", Hidden: true, Rows: [][]any{{"không đọc"}}},
		msxlstest.Sheet{Name: "Trống"},
		msxlstest.Sheet{Name: "Xã", Rows: [][]any{{0.1 + 0.2}}},
	)
}

func TestRead(t *testing.T) {
	got, err := Read(t.Context(), sample(), 10_000)
	if err != nil {
		t.Fatal(err)
	}
	want := []Sheet{
		{"Chỉ tiêu", "Thống kê\t52/KH-UBND ngày 18/3\t\t2025\nTỷ lệ\t7.5\t-3\t7.5%\n18/03/2022\t18/03/2022 12:00\t18/03/2022\t13000\t18:00\n"},
		{"Xã", "0.3\n"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRK(t *testing.T) {
	for v, want := range map[uint32]float64{
		uint32(0xFFFFFFFB<<2&0xFFFFFFFF) | 2: -5, 12345<<2 | 3: 123.45, 0x3FF00000: 1, 0x40590000 | 1: 1,
	} {
		if got := rk(v); got != want {
			t.Errorf("%x: got %v, want %v", v, got, want)
		}
	}
}

func TestUnreadable(t *testing.T) {
	book := func(stream string) []byte {
		return oletest.File(oletest.Stream{Name: "Workbook", Body: []byte(stream)})
	}
	for name, tt := range map[string]struct {
		body []byte
		want error
	}{
		"encrypted": {book("\x09\x08\x04\x00\x00\x06\x05\x00\x2f\x00\x02\x00\x01\x00"), ErrEncrypted},
		"Excel 95":  {book("\x09\x08\x04\x00\x00\x05\x05\x00"), ErrOld},
		"no book":   {book("x"), errDamaged},
	} {
		if _, err := Read(t.Context(), tt.body, 1000); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", name, err, tt.want)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Read(ctx, sample(), 1000); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
