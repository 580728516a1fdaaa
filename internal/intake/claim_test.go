package intake

import "testing"

func TestClaims(t *testing.T) {
	tests := []struct{ name, body, url, time string }{
		{"nothing", "<p>Bài viết", "", ""},
		{
			"Wayback Machine", `<script>__wm.bt(600,27,25,2,"web","http://a.gov.vn/Pages/x.aspx?id=1","2018-03-30",1996,"/static/")</script>
			<input id="wmtbURL" class="u" value="http://a.gov.vn/Pages/x.aspx?id=1&amp;p=2"><!-- FILE ARCHIVED ON 08:18:14 Mar 30, 2018 AND RETRIEVED -->`,
			"http://a.gov.vn/Pages/x.aspx?id=1&p=2", "2018-03-30 08:18:14",
		},
		{"wombat", `__wm.wombat("http://a.gov.vn/x","20190405065212","https://web.archive.org/")`, "http://a.gov.vn/x", "2019-04-05 06:52:12"},
		{"HTTrack", `<!-- Mirrored from a.gov.vn/tin/1.html by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 05 Apr 2019 06:52:12 GMT -->`, "http://a.gov.vn/tin/1.html", "2019-04-05 06:52:12"},
		{
			"HTTrack of an archive", `<!-- Mirrored from web.archive.org/web/20180712100813im_/http://a.gov.vn/x by HTTrack, Fri, 05 Apr 2019 06:52:12 GMT -->`,
			"http://a.gov.vn/x", "2018-07-12 10:08:13",
		},
		{"browser", "<!-- saved from url=(0020)https://a.gov.vn/tin -->", "https://a.gov.vn/tin", ""},
		{
			"SingleFile", "<!--\n Page saved with SingleFile \n url: https://a.gov.vn/tin \n saved date: Fri Apr 05 2019 13:52:12 GMT+0700 (giờ Đông Dương)\n-->",
			"https://a.gov.vn/tin", "2019-04-05 06:52:12",
		},
		{"canonical", `<link rel="canonical" href="https://a.gov.vn/tin/1">`, "https://a.gov.vn/tin/1", ""},
	}
	for _, tt := range tests {
		c := claimOfPage([]byte(tt.body))
		told := ""
		if !c.time.IsZero() {
			told = c.time.Format("2006-01-02 15:04:05")
		}
		if c.url != tt.url || told != tt.time {
			t.Errorf("%s: %q at %q, want %q at %q", tt.name, c.url, told, tt.url, tt.time)
		}
	}
}

func TestClaimOfPath(t *testing.T) {
	for path, want := range map[string]string{
		"web/20180331174438/http_/a.gov.vn/Pages/default.html":     "http://a.gov.vn/Pages/default.html",
		"x/web/20180331174438im_/https_/a.gov.vn/Tin ảnh/một.html": "https://a.gov.vn/Tin%20%E1%BA%A3nh/m%E1%BB%99t.html",
		"web/20180331174438/http:/a.gov.vn/x.aspx?id=1":            "http://a.gov.vn/x.aspx?id=1",
		"web/20189931174438/http_/a.gov.vn/x":                      "",
		"tin/http_/a.gov.vn/x":                                     "",
	} {
		c, ok := claimOfPath(path)
		if c.url != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", path, c.url, want)
		}
	}
}
