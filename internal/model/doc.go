// Package model holds the words of the domain as types.
//
//   - A Portal is a site that is collected. It belongs to a CMS family.
//   - A Capture is the bytes of one response at one time, kept in a WARC file.
//   - An Article is a page as people read it: title, posted date, author, text.
//   - An Attachment is a PDF, DOC(X) or XLS(X) file linked from an article.
//   - A Document is an official document, known by its number. It is held
//     (its text or its announcing article is here) or only cited.
//   - A DocNumber is a number with its symbol, as 52/KH-UBND or 68-KH/HU.
//   - A Mention is a place in an article that names a document.
//   - A Relation says what one document does to another.
//   - A Target is an indicator with a value to be reached and a due time.
//   - An Assignment is a task given to an agency.
//
// Laws that hold everywhere:
//
//   - Every fact carries its Evidence: quote, span, rule and confidence.
//   - A Span is a half-open range of bytes of Article.Text that begins and
//     ends on a rune border, and Article.Text[Start:End] is the quote.
//   - Article.Text is NFC without invisible characters; the bytes as they came
//     are in the capture.
//   - The package imports nothing but the standard library.
package model
