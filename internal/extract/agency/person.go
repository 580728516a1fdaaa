package agency

import (
	"slices"
	"strings"
)

// surnames are the commonest family names, which begin nine of ten names of
// persons. Places that begin with one too are rarely written behind an agency
// without their level.
var surnames = []string{
	"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
	"Dương", "Lý", "Đinh", "Trương", "Đoàn", "Lương", "Mai", "Trịnh",
}

// isPerson tells a person's name behind a title, "Chủ tịch UBND tỉnh Nguyễn
// Văn A", from the name of a place.
func isPerson(name string) bool {
	first, rest, ok := strings.Cut(name, " ")
	return ok && rest != "" && slices.Contains(surnames, first)
}
