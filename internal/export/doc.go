// Package export writes tables to files that other programs open: CSV, XLSX,
// JSON lines and Parquet. Rows are streamed: memory does not grow with their
// number, which has no upper limit.
//
// What a format carries beside the rows:
//
//   - XLSX has a sheet "Thông tin" behind the data: the question, its filters in
//     words, the time, the number of rows, what was held of each portal, and what
//     each column is called in the other formats. Excel ends a sheet at 1,048,576
//     rows; the data then goes on in a further sheet.
//   - Parquet carries the same in its key-value metadata (tracuu.question,
//     tracuu.filters, tracuu.time, tracuu.coverage, tracuu.columns; the last three
//     as JSON or RFC 3339).
//   - CSV and JSON lines have no place for it: they hold the rows and nothing
//     else. Respond sends it in HTTP headers.
//
// Heads of columns are Vietnamese in CSV and XLSX, which people open, and the
// names of the API in JSON lines and Parquet. An empty cell is empty in CSV and
// XLSX and null in the others; no format tells "" from it.
//
// Days are ISO in CSV and JSON lines, date cells in XLSX and DATE in Parquet.
// Times are in Vietnam's zone, without it in CSV and XLSX, with it in JSON lines,
// and instants (TIMESTAMP, UTC) in Parquet.
package export
