// Package docnum is the one grammar of the numbers of official documents. The
// extractor, the index and the search box all call it.
//
// Three families are known (Nghị định 30/2020/NĐ-CP; Luật Ban hành văn bản quy
// phạm pháp luật; Hướng dẫn 36-HD/VPTW):
//
//	administration  NO "/" TYPE "-" ISSUER {"-" UNIT}     52/KH-UBND
//	                NO "/" ISSUER {"-" UNIT}              2171/UBND-KTN (công văn)
//	legislation     NO "/" YEAR "/" TYPE "-" ISSUER       15/2020/NĐ-CP
//	                NO "/" YEAR "/" "QH" TERM             45/2019/QH14
//	party           NO "-" TYPE "/" ISSUER                68-KH/HU
//
// and the bare mention, TYPE ["số"] NO. Real text adds blanks and line breaks
// around separators, other dashes, glued or missing separators, look-alikes of
// Đ and lists of numbers that share one symbol; all of these are read here.
//
// Text is expected as vietnamese.Clean leaves it.
package docnum
