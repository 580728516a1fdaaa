// Package register reads official registers of documents: CSV tables with a
// number, a day, an abstract a row, as provinces publish them.
//
//	bytes ─▶ Lines ─▶ head row ─▶ Entry a row ─▶ model.Article
//
// A row says that a document exists; it is no announcement and no text. Its
// article is the row itself, so that every fact has a quote in it. Rows that
// say the same are one article. A row that cannot be believed is told with its
// line and its reason, and nothing of it is taken.
//
// The package is pure: no clock, no store; it streams, and the memory it needs
// does not grow with the register.
package register
