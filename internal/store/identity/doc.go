// Package identity decides which mentions name the same official document.
//
// A document is number + year + symbol + issuer. A mention often tells less:
// "52/KH-UBND" without year or issuer, or a bare "Chỉ thị số 15". Every
// mention is read as a Name: what it tells of the document, completed from the
// other mentions of its own article (InContext). All mentions that tell the
// same share one name, so that the work of a decision depends on the number of
// different names, never on the number of mentions.
//
// Names stand on levels, by how much they tell:
//
//	0  number, year and issuer
//	1  number, and year or issuer
//	2  number only
//	3  type and number without symbol (bare), year and issuer
//	4  bare, and year or issuer
//	5  bare only
//
// The law of resolution (Settle): a name goes to the document of the names of
// lower level that it agrees with. Exactly one such document: that one.
// Several: the name stays ambiguous. None: the name has a document of its own,
// with the unknown parts empty, but for level 5, which tells too little and
// names no document then.
//
// The outcome is a function of the set of names, so it does not depend on the
// order in which articles arrive, and a store that was interrupted ends as one
// that was not.
package identity
