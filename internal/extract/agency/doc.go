// Package agency reads the names of agencies and completes them by the place
// of the page: "UBND huyện" on a page of huyện Càng Long is UBND huyện Càng
// Long, "Ban Thường vụ Tỉnh ủy" there is Tỉnh ủy Trà Vinh.
package agency
