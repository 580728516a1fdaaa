package model

import "time"

// Vietnam is the zone of the country, Asia/Ho_Chi_Minh: seven hours before UTC,
// with no summer time since 1975. It needs no tables of the machine.
func Vietnam() *time.Location { return time.FixedZone("+07", vietnamHours*60*60) }

const vietnamHours = 7
