// Package target reads goals with a value: "phấn đấu đến năm 2025 đạt 70% trở
// lên". Clauses of a sentence that opens a goal, and items of a list under a
// heading that does, are read; what is told as reached is a result and is left.
package target
