package crawl

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tracuu/data"
	"tracuu/internal/portal"
)

func TestKeyUnifiesOneResource(t *testing.T) {
	tests := []struct{ name, link, key string }{
		{"host in capitals, default port, fragment", "HTTP://KrongNo.DakNong.gov.vn:80/Tin#cuoi", "krongno.daknong.gov.vn/Tin"},
		{"https is the same resource", "https://a.gov.vn:443/tin", "a.gov.vn/tin"},
		{"another port is another host", "http://a.gov.vn:8080/", "a.gov.vn:8080/"},
		{"trailing slash", "http://a.gov.vn/tin-tuc/", "a.gov.vn/tin-tuc"},
		{"index page", "http://a.gov.vn/tin-tuc/index.html", "a.gov.vn/tin-tuc"},
		{"start page of SharePoint", "http://a.gov.vn/Pages/Default.aspx", "a.gov.vn/Pages"},
		{"root index page", "http://a.gov.vn/index.php", "a.gov.vn/"},
		{"index page with a query", "http://a.gov.vn/index.php?id=5", "a.gov.vn/?id=5"},
		{"sorted parameters, each once", "http://a.gov.vn/x?b=2&a=1&b=2&&", "a.gov.vn/x?a=1&b=2"},
		{"parameters that name a visitor", "http://a.gov.vn/x?utm_source=fb&fbclid=1&PHPSESSID=9&id=7", "a.gov.vn/x?id=7"},
		{"empty query", "http://a.gov.vn/x?", "a.gov.vn/x"},
		{"session in a Java path", "http://a.gov.vn/x;jsessionid=0A1B?id=1", "a.gov.vn/x?id=1"},
		{"session in an ASP.NET path", "http://a.gov.vn/(S(abc123))/tin/x.aspx", "a.gov.vn/tin/x.aspx"},
		{"dots in the path", "http://a.gov.vn/a/../b/./c", "a.gov.vn/b/c"},
		{"double slashes", "http://a.gov.vn//tin//x", "a.gov.vn/tin/x"},
		{"escapes of plain letters and in small letters", "http://a.gov.vn/%74in/k%e1%ba%bf", "a.gov.vn/tin/k%E1%BA%BF"},
		{"letters without escapes", "http://a.gov.vn/kế hoạch.pdf", "a.gov.vn/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf"},
		{"user and password", "http://u:p@a.gov.vn/x", "a.gov.vn/x"},
		{"backslashes", `http:\\a.gov.vn\x`, "a.gov.vn/x"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := ParseAddress(tt.link)
			if err != nil {
				t.Fatal(err)
			}
			if a.Key != tt.key {
				t.Errorf("key of %s = %s, want %s", tt.link, a.Key, tt.key)
			}
		})
	}
}

func TestAddressKeepsWhatIsAskedFor(t *testing.T) {
	a, err := ParseAddress("https://a.gov.vn/tin/index.html?utm_source=x#y")
	if err != nil {
		t.Fatal(err)
	}
	if a.URL != "https://a.gov.vn/tin/index.html?utm_source=x" || a.Page != "https://a.gov.vn/tin" {
		t.Errorf("URL = %s, Page = %s", a.URL, a.Page)
	}
	b, err := a.Resolve("../Files/52 KH.pdf")
	if err != nil || b.URL != "https://a.gov.vn/Files/52%20KH.pdf" {
		t.Errorf("resolved to %s, %v", b.URL, err)
	}
}

func TestAddressRefusesWhatIsNotWeb(t *testing.T) {
	for _, link := range []string{"", "tin-tuc", "ftp://a.gov.vn/", "mailto:a@b.vn", "javascript:void(0)", "data:text/html,x", "http://", "http://a b/"} {
		if a, err := ParseAddress(link); err == nil {
			t.Errorf("%q was read as %s", link, a.URL)
		}
	}
}

func TestKeyIsStable(t *testing.T) {
	part := rapid.StringMatching(`[a-zA-Z0-9%;=()._\-ếạđ &/?]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		first, err := ParseAddress("http://A.gov.vn/" + part.Draw(t, "a") + "/" + part.Draw(t, "b") + "?" + part.Draw(t, "c"))
		if err != nil {
			t.Skip()
		}
		again, err := ParseAddress(first.Page)
		if err != nil {
			t.Fatalf("%s is not an address: %v", first.Page, err)
		}
		if again.Key != first.Key {
			t.Fatalf("%s has key %s, its page %s has key %s", first.URL, first.Key, first.Page, again.Key)
		}
	})
}

func FuzzParseAddress(f *testing.F) {
	for _, seed := range []string{"http://a.gov.vn/x?y=1#z", "https://[::1]:8080/", "http://a/%zz%", "//x", "http://a/(S(1))/;jsessionid=2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, link string) {
		a, err := ParseAddress(link)
		if err != nil {
			return
		}
		if a.Host == "" || a.Key == "" || len(a.URL) > 4*maxAddress {
			t.Errorf("%q gave %+v", link, a)
		}
	})
}

// hostsOf is a registry of one portal.
type hostsOf struct{ *portal.Portal }

func (h hostsOf) ByHost(host string) (*portal.Portal, bool) {
	return h.Portal, slices.Contains(h.Hosts, host)
}

func TestKeyByTheRulesOfItsPortal(t *testing.T) {
	by := Addresses{hostsOf{&portal.Portal{
		Hosts: []string{"www.a.gov.vn", "b.gov.vn"}, Addresses: portal.Addresses{Drop: []string{"view", "ctl_*"}, FoldCase: true},
	}}}
	for link, key := range map[string]string{
		"http://www.a.gov.vn/Tin/Bai-1.aspx?ID=5&View=in": "a.gov.vn/tin/bai-1.aspx?ID=5",
		"https://a.gov.vn/tin/bai-1.aspx?ctl_7=x&ID=5":    "a.gov.vn/tin/bai-1.aspx?ID=5",
		"http://www.b.gov.vn/":                            "b.gov.vn/",
		"http://www.c.gov.vn/Tin?view=1":                  "www.c.gov.vn/Tin?view=1",
		"http://www.c.gov.vn/Tin?sort=asc&orderby=ngay":   "www.c.gov.vn/Tin",
	} {
		a, err := by.Parse(link)
		if err != nil || a.Key != key {
			t.Errorf("key of %s = %s, %v, want %s", link, a.Key, err, key)
		}
		if b, err := a.Resolve(link); err != nil || b.Key != key {
			t.Errorf("resolved, the key of %s = %s, %v, want %s", link, b.Key, err, key)
		}
	}
	if _, err := data.Table("addresses.txt", 2); err != nil || len(dropped()) < 20 {
		t.Errorf("%d parameters, %v", len(dropped()), err)
	}
}
