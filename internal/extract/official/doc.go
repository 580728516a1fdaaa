// Package official reads the parts of a whole official document from its
// text, line by line: the head (national heading, issuer, number, place and
// date, title, legal bases), the anchors of its body (parts, chapters,
// sections, articles, clauses, points), and its tail (recipients, signer,
// annexes). The forms are those of Nghị định 30/2020/NĐ-CP, annex I, and of
// Hướng dẫn 36-HD/VPTW for the Party. It is pure; spans are byte offsets.
package official
