// Package target reads goals: indicator, operator, value or range, unit, due
// date and scope, or a goal without a number.
//
// Two kinds of place hold goals. A zone is the part of a text under a heading
// of goals ("Mục tiêu cụ thể đến năm 2030"); every item in it is one. Elsewhere
// a cue in the sentence opens one ("phấn đấu", "đặt mục tiêu", "đến năm 2025"),
// unless its clause tells a result. Rates and caps that a law sets are neither:
// they stand without a cue. Words are data: goals.txt, operators.txt, units.txt
// and indicators.txt.
//
// All offsets are bytes. A text and its lower-case form have equal offsets.
package target
