package crawler

// CrawlKeys names the options that crawl takes, for a program that runs it.
func CrawlKeys() []string { return crawlKeys() }
