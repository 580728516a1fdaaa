// Package intake brings into a data folder what the crawler did not collect
// itself: registers of documents, archives and saved pages made by others.
//
// Everything is archived before it is understood, as in a crawl, and keeps the
// address and the time that it had where it came from. Bringing the same thing
// in again changes nothing, so an import that was cut off is simply run again.
package intake
