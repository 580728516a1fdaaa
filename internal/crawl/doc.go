// Package crawl collects sites politely and keeps what they answered.
//
// The way of one address: the frontier leases it, the scope and robots.txt let
// it pass, it is fetched, the response is archived before anything else sees
// it, the page is extracted, and all that came of it is committed at once.
//
//	frontier ─▶ polite ─▶ robots ─▶ fetch ─▶ archive ─▶ extract ─▶ commit
//
// One loop (crawl.go) owns the clock, the hosts' turns and the end; visits run
// beside each other and report to it. A crawl may be killed at any moment:
// what was committed is never asked for again, what was not is asked once more.
package crawl
