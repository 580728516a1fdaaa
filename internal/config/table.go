package config

import "time"

// Table lists every option. It is the only place that names them.
func Table() []Option {
	return []Option{
		{
			Key: "data", Default: "./tracuu-data",
			Help:  "thư mục dữ liệu: kho dữ liệu, bản lưu WARC, chỉ mục",
			bind:  func(c *Config) any { return &c.Data },
			check: notEmpty,
		},
		{
			Key: "log.level", Flag: "log-level", Default: "warn",
			Help: "mức nhật ký: debug, info, warn, error",
			bind: func(c *Config) any { return &c.LogLevel },
		},
		{
			Key: "log.format", Flag: "log-format", Default: "text",
			Help: "dạng nhật ký: text (cho người đọc) hoặc json (cho chương trình)",
			bind: func(c *Config) any { return &c.LogJSON },
		},
		{
			Key: "crawl.allow_private", Flag: "allow-private", Default: "false",
			Help: "cho phép máy chủ nội bộ của đúng các địa chỉ được nêu (ví dụ 127.0.0.1)",
			bind: func(c *Config) any { return &c.Crawl.AllowPrivate },
		},
		{
			Key: "crawl.contact", Flag: "contact", Default: "",
			Help: "địa chỉ liên hệ ghi trong User-Agent, để quản trị cổng biết ai đang thu thập",
			bind: func(c *Config) any { return &c.Crawl.Contact }, check: headerWord,
		},
		{
			Key: "crawl.delay", Flag: "delay", Default: "1s",
			Help: "khoảng nghỉ giữa hai lần hỏi cùng một máy chủ (không nghỉ với máy chủ do --allow-private mở)",
			bind: func(c *Config) any { return &c.Crawl.Delay }, check: durationIn(0, time.Hour),
		},
		{
			Key: "crawl.depth", Flag: "depth", Default: "30",
			Help: "số bước liên kết xa nhất kể từ địa chỉ đầu",
			bind: func(c *Config) any { return &c.Crawl.Depth }, check: intIn(0, 1000),
		},
		{
			Key: "crawl.hosts", Flag: "hosts", Default: "8",
			Help: "số máy chủ được hỏi song song",
			bind: func(c *Config) any { return &c.Crawl.Hosts }, check: intIn(1, 256),
		},
		{
			Key: "crawl.local_flights", Default: "4",
			Help: "số yêu cầu cùng lúc tới một máy chủ không phải nghỉ",
			bind: func(c *Config) any { return &c.Crawl.LocalFlights }, check: intIn(1, 64),
		},
		{
			Key: "crawl.attempts", Default: "3",
			Help: "số lần thử một địa chỉ trước khi coi là hỏng",
			bind: func(c *Config) any { return &c.Crawl.Attempts }, check: intIn(1, 20),
		},
		{
			Key: "crawl.max_size", Flag: "max-size", Default: "64MB",
			Help: "dung lượng lớn nhất của một trang hoặc tệp; phần vượt quá bị cắt",
			bind: func(c *Config) any { return &c.Crawl.MaxSize }, check: sizeIn(1<<10, 1<<30),
		},
		{
			Key: "crawl.timeout", Flag: "timeout", Default: "30s",
			Help: "thời gian chờ máy chủ khi không nhận được byte nào",
			bind: func(c *Config) any { return &c.Crawl.Timeout }, check: durationIn(time.Millisecond, time.Hour),
		},
		{
			Key: "crawl.max_time", Default: "10m",
			Help: "thời gian dài nhất cho một trang hoặc tệp",
			bind: func(c *Config) any { return &c.Crawl.MaxTime }, check: durationIn(time.Millisecond, 24*time.Hour),
		},
		{
			Key: "crawl.scan_time", Flag: "scan-time", Default: "2m",
			Help: "thời gian dài nhất để đọc các bản quét sau khi thu thập xong, nếu máy có tesseract; phần còn lại để lần sau (0: không đọc)",
			bind: func(c *Config) any { return &c.Crawl.ScanTime }, check: durationIn(0, 30*24*time.Hour),
		},
		{
			Key: "crawl.total_size", Flag: "total-size", Default: "0B",
			Help: "dung lượng nhận nhiều nhất trong một lần thu thập; phần còn lại để lần sau (0B: không giới hạn)",
			bind: func(c *Config) any { return &c.Crawl.TotalSize }, check: sizeIn(0, 1<<50),
		},
		{
			Key: "crawl.total_time", Flag: "total-time", Default: "0s",
			Help: "thời gian dài nhất của một lần thu thập; phần còn lại để lần sau (0s: không giới hạn)",
			bind: func(c *Config) any { return &c.Crawl.TotalTime }, check: durationIn(0, 365*24*time.Hour),
		},
		{
			Key: "crawl.browser", Flag: "browser", Default: "",
			Help: "tệp chương trình Chromium cho các cổng cần trình duyệt; để trống: tự tìm; none: không dùng",
			bind: func(c *Config) any { return &c.Crawl.Browser },
		},
		{
			Key: "crawl.watch_every", Flag: "watch-every", Default: "1h",
			Help: "với --watch: nghỉ bao lâu giữa hai lần thu thập",
			bind: func(c *Config) any { return &c.Crawl.WatchEvery }, check: durationIn(time.Second, 30*24*time.Hour),
		},
		{
			Key: "archive.file_size", Default: "1GB",
			Help: "dung lượng mà một tệp WARC được đóng lại và mở tệp mới",
			bind: func(c *Config) any { return &c.Archive.FileSize }, check: sizeIn(1<<20, 1<<40),
		},
		{
			Key: "archive.sync", Default: "true",
			Help: "ghi chắc từng bản chụp xuống đĩa trước khi dùng",
			bind: func(c *Config) any { return &c.Archive.Sync },
		},
		{
			Key: "search.listen", Flag: "listen", Default: "127.0.0.1:8080",
			Help: "địa chỉ và cổng mà trang tra cứu phục vụ",
			bind: func(c *Config) any { return &c.Search.Listen }, check: hostPort,
		},
		{
			Key: "search.refresh", Default: "1s",
			Help: "bao lâu chỉ mục xem kho có gì mới một lần",
			bind: func(c *Config) any { return &c.Search.Refresh }, check: durationIn(10*time.Millisecond, time.Hour),
		},
		{
			Key: "search.answer_time", Default: "5s",
			Help: "thời gian dài nhất để tính một câu trả lời; quá thì báo 503",
			bind: func(c *Config) any { return &c.Search.Answer }, check: durationIn(100*time.Millisecond, time.Hour),
		},
		{
			Key: "search.at_once", Default: "0",
			Help: "số câu hỏi được tính cùng lúc, các câu khác xếp hàng (0: gấp đôi số bộ xử lý)",
			bind: func(c *Config) any { return &c.Search.AtOnce }, check: intIn(0, 1024),
		},
		{
			Key: "search.drain", Default: "0s",
			Help: "khi dừng, chờ bao lâu từ lúc /readyz báo chưa sẵn sàng đến lúc thôi nhận kết nối (dùng sau bộ cân bằng tải)",
			bind: func(c *Config) any { return &c.Search.Drain }, check: durationIn(0, 10*time.Minute),
		},
		{
			Key: "search.metrics_listen", Flag: "metrics-listen", Default: "",
			Help: "địa chỉ và cổng riêng cho /metrics; để trống thì /metrics ở cùng cổng với trang, chỉ cho chính máy này",
			bind: func(c *Config) any { return &c.Search.Metrics }, check: emptyOr(hostPort),
		},
		{
			Key: "search.mcp", Flag: "mcp", Default: "false",
			Help: "mở /mcp cho trợ lý dùng Model Context Protocol",
			bind: func(c *Config) any { return &c.Search.MCP },
		},
		{
			Key: "search.report_to", Flag: "report-to", Default: "",
			Help: "địa chỉ thư điện tử nhận báo lỗi từ các trang; để trống thì trang đưa đoạn chữ để người đọc tự chép và gửi",
			bind: func(c *Config) any { return &c.Search.ReportTo }, check: headerWord,
		},
		{
			Key: "search.log_queries", Default: "false",
			Help: "ghi cả câu hỏi của người dùng vào nhật ký; mặc định không ghi",
			bind: func(c *Config) any { return &c.Search.Queries },
		},
		{
			Key: "search.trusted_proxies", Default: "",
			Help: "máy chủ trung gian mà X-Forwarded-For được tin: địa chỉ hoặc dải mạng, cách nhau bằng dấu phẩy",
			bind: func(c *Config) any { return &c.Search.TrustedProxies }, check: networks,
		},
		{
			Key: "search.origins", Default: "",
			Help: "trang web khác có script được đọc API (ví dụ https://vidu.vn), cách nhau bằng dấu phẩy; * là mọi trang",
			bind: func(c *Config) any { return &c.Search.Origins }, check: origins,
		},
		{
			Key: "search.rate", Default: "20",
			Help: "số lần mỗi giây một máy khác được hỏi về lâu dài (0: không giới hạn; máy này không bao giờ bị giới hạn)",
			bind: func(c *Config) any { return &c.Search.Rate }, check: intIn(0, 1_000_000),
		},
		{
			Key: "search.burst", Default: "200",
			Help: "số lần một máy khác được hỏi dồn một lúc",
			bind: func(c *Config) any { return &c.Search.Burst }, check: intIn(1, 1_000_000),
		},
		{
			Key: "collect.portals", Default: "",
			Help: "các cổng thông tin hoặc địa chỉ mà search serve --collect thu thập, cách nhau bằng dấu phẩy; để trống: như những lần trước",
			bind: func(c *Config) any { return &c.Collect.Portals },
		},
	}
}
