// Package date reads the days and periods that Vietnamese official text names.
//
// Days, months, quarters, half years, years and periods are read, with the
// words that introduce them: ngày 25/01/2022, ngày 24 tháng 4 năm 2015, từ
// ngày 27/3 đến ngày 09/4/2019, tháng 4/2019, quý I/2022, 6 tháng đầu năm 2019,
// giai đoạn 2021-2025, đến năm 2025. A period of which the year is not printed
// takes it from the text or from the day of posting; when that is not certain
// it is not given.
//
// A day has From = To; every other period is given by its first and last day.
package date
