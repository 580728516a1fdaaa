// Package sloppy types known documents as people do who remember them badly:
// a document in, a typed line and what it tells of the document out. It is pure,
// and the same seed gives the same lines.
//
// The ways are those that users of registers complain of and that registers
// themselves show: other separators, types in words, dates instead of years,
// look-alike letters, zeros, slips of OCR, file names, whole sentences.
package sloppy
