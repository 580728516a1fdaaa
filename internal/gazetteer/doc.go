// Package gazetteer knows the administrative units of Việt Nam: the provinces,
// districts and communes that ended on 30 June 2025, the provinces and communes
// since 1 July 2025, and which took the place of which.
//
// It is read from rows (data/units) and never changes. A province that stayed as
// it was is one unit; one that was merged under an old name is a new unit, and so
// is every commune, because the district above it ended.
package gazetteer
