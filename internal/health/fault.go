package health

import "tracuu/internal/store"

// FaultName is what a kind of failure is called, in Vietnamese.
func FaultName(f store.Fault) string {
	switch f {
	case store.FaultSilent:
		return "không trả lời"
	case store.FaultGone:
		return "không có"
	case store.FaultForbidden:
		return "không cho xem"
	case store.FaultBusy:
		return "quá tải"
	case store.FaultServer:
		return "máy chủ lỗi"
	case store.FaultStatus:
		return "mã trả lời lạ"
	case store.FaultRobots:
		return "robots.txt cấm"
	case store.FaultCut:
		return "bị cắt"
	case store.FaultContent:
		return "không đọc được"
	case store.FaultTemplate:
		return "danh sách trống"
	}
	return "lỗi khác"
}
