"""The peer: a Scrapy spider that follows the links of one host and writes what
trafilatura reads of each page as JSON lines.

    spider.py URL OUT.jsonl
"""
import sys

import scrapy
import trafilatura
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor

seed, out = sys.argv[1:3]


class Pages(scrapy.Spider):
    name = "pages"
    start_urls = [seed]
    links = LinkExtractor(allow=[seed.rstrip("/")])

    def parse(self, response):
        if not isinstance(response, scrapy.http.HtmlResponse):
            return
        found = trafilatura.bare_extraction(response.text, url=response.url, with_metadata=True)
        found = found.as_dict() if hasattr(found, "as_dict") else found or {}
        yield {"url": response.url, "title": found.get("title"), "date": found.get("date"), "text": found.get("text")}
        for link in self.links.extract_links(response):
            yield response.follow(link, self.parse)


process = CrawlerProcess({
    "ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "LOG_LEVEL": "ERROR", "DEPTH_LIMIT": 30,
    "FEEDS": {out: {"format": "jsonlines", "overwrite": True}},
})
process.crawl(Pages)
process.start()
