//go:build !race

package journey

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"tracuu/internal/require"
)

// rooms are all kinds of page, in their states: empty, one, many, wrong.
func rooms(p *tabPage) map[string]string {
	paths := map[string]string{
		"start":          "/",
		"results-number": "/tim?q=613+kh+ubnd",
		"results-many":   "/tim?q=chong+dich+ta+lon+chau+phi",
		"results-later":  "/tim?q=ubnd&offset=20",
		"results-none":   "/tim?q=" + url.QueryEscape(`"zzqxv wkrmt" Krông Nô 2019`),
		"results-unit":   "/tim?q=" + url.QueryEscape("rác thải nhựa xã Nâm Nung"),
		"document-held":  "/vb/34-CD-UBND/2019/ubnd-huyen-dak-r-lap",
		"document-cited": "/vb/58-2019-ND-CP/2019/chinh-phu",
		"document-ended": "/vb/99-2018-ND-CP/2018/chinh-phu",
		"results-filter": "/tim?q=" + url.QueryEscape("kế hoạch") + "&type=KH",
		"targets":        "/chi-tieu",
		"targets-none":   "/chi-tieu?indicator=zzqxv",
		"targets-wrong":  "/chi-tieu?value=zzqxv",
		"assignments":    "/nhiem-vu",
		"missing":        "/con-thieu",
		"coverage":       "/do-phu",
		"not-found":      "/khong-co",
		"wrong-question": "/tim?q=a&limit=9999",
		"english":        "/tim?q=613+kh+ubnd&lang=en",
	}
	p.open(paths["results-number"])
	paths["article"] = eval[string](p, `new URL(document.querySelector(".found h3 a").href).pathname`)
	p.open("/tim?q=" + url.QueryEscape("BHXH tự nguyện"))
	paths["article-targets"] = eval[string](p, `new URL(document.querySelector(".hits h3 a").href).pathname`)
	return paths
}

// TestPagesOnEveryScreen looks at every kind of page: it fits its screen, nobody is
// shut out, and a picture is left for people to look at.
func TestPagesOnEveryScreen(t *testing.T) {
	source, err := os.ReadFile(require.Axe(t))
	if err != nil {
		t.Fatal(err)
	}
	h := realHouse(t)
	for name, path := range rooms(tab(t, h)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := tab(t, h)
			p.open(path)
			for _, w := range widths {
				p.width(w)
				p.fits()
				p.picture(name, w)
			}
			for _, dark := range []bool{false, true} {
				p.dark(dark)
				p.do(chromedp.Evaluate[chromedp.Void](string(source)))
				for _, v := range violations(p) {
					t.Errorf("dark %v: %s", dark, v)
				}
			}
		})
	}
}

// violations lists what axe-core finds serious or critical.
func violations(p *tabPage) []string {
	p.t.Helper()
	found := eval[string](p, `axe.run(document, {resultTypes: ["violations"]}).then((r) => JSON.stringify(r.violations
		.filter((v) => v.impact === "serious" || v.impact === "critical")
		.map((v) => v.id + ": " + v.help + " " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + (n.any[0]?.message ?? "")).join(" | "))))`)
	var out []string
	if err := json.Unmarshal([]byte(found), &out); err != nil {
		p.t.Fatal(err)
	}
	return out
}

// TestByKeyboardOnly walks from the start page to a sentence without a mouse.
func TestByKeyboardOnly(t *testing.T) {
	p := tab(t, realHouse(t))
	p.open("/do-phu")
	p.press("/")
	p.until(`document.activeElement.id === "q"`)
	p.press(kb.Backspace) // the driver sends the character after its key was taken
	p.press("6", "1", "3", " ", "k", "h")
	p.press(kb.Enter)
	p.until(`location.pathname === "/tim" && document.querySelector(".found h3 a")`)
	p.press("/", kb.Escape, kb.ArrowDown)
	p.until(`document.activeElement === document.querySelector(".found h3 a")`)
	p.press(kb.ArrowDown, kb.ArrowUp, kb.Enter)
	p.until(`location.pathname.startsWith("/bai-viet/") && document.querySelector(":target")`)
	p.press("?")
	p.until(`document.querySelector("#phim").open`)
	p.holds("#phim", "đến ô tìm", "đi qua các kết quả")
	p.press(kb.Escape)
	p.until(`!document.querySelector("#phim").open`)
	for range 60 { // the first mark is not far behind the head
		p.press(kb.Tab)
		if eval[bool](p, `document.activeElement.matches("#bai .fact")`) {
			break
		}
	}
	shown := eval[string](p, `(() => {
		const note = document.activeElement.querySelector(".note");
		return note && getComputedStyle(note).display !== "none" ? note.textContent : "";
	})()`)
	if !strings.Contains(shown, "Quy tắc") || !strings.Contains(shown, "độ tin") {
		t.Errorf("a mark that has the focus tells %q", shown)
	}
}

// TestPagesAreLight: a page stays under 60 KB before pictures.
func TestPagesAreLight(t *testing.T) {
	p := tab(t, realHouse(t))
	for name, path := range rooms(p) {
		if size := eval[int](p, fmt.Sprintf(`fetch(%s).then((r) => r.arrayBuffer()).then((b) => b.byteLength)`, quoted(path))); size > 60<<10 {
			t.Errorf("%s: %d bytes", name, size)
		}
	}
}

// TestLinksOfPagesAnswer follows what every page leads to inside the service: the
// same question for programs, feeds, files, other languages, other pages.
func TestLinksOfPagesAnswer(t *testing.T) {
	h := realHouse(t)
	p := tab(t, h)
	asked := map[string]bool{}
	for name, path := range rooms(p) {
		p.open(path)
		links := eval[[]string](p, `[...document.querySelectorAll("a[href], link[href], script[src]")].map((e) => e.href?.baseVal !== undefined ? new URL(e.href.baseVal, location).href : e.href || e.src)
			.filter((a) => a.startsWith(location.origin)).map((a) => a.split("#")[0])`)
		for _, link := range links {
			if asked[link] {
				continue
			}
			asked[link] = true
			request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, link, nil)
			if err != nil {
				t.Fatal(err)
			}
			answer, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Errorf("%s: %s: %v", name, link, err)
				continue
			}
			_, _ = io.Copy(io.Discard, answer.Body) // a file that breaks off is an error of its own test
			_ = answer.Body.Close()
			wrong := name == "wrong-question" || name == "targets-wrong" || name == "not-found" // and so in the other language
			itself := link == p.url+path || strings.Contains(link, "lang=")
			if answer.StatusCode != http.StatusOK && (!wrong || !itself) {
				t.Errorf("%s: %s: %d", name, link, answer.StatusCode)
			}
		}
	}
}

// TestLanguageIsCarriedOn: a link of an English page leads to an English page.
func TestLanguageIsCarriedOn(t *testing.T) {
	p := tab(t, realHouse(t))
	p.open("/")
	p.follow(`.rooms a[hreflang="en"]`)
	p.do(chromedp.SendKeys(chromedp.CSS("#q"), "613 kh ubnd"))
	p.follow(".start .box button")
	p.holds(".found", "cited, text not held")
	p.follow(".found .line a")
	p.holds("main", "Where it is cited", "Issuer")
	if got := eval[string](p, "document.documentElement.lang"); got != "en" {
		t.Errorf("the page says that it is in %q", got)
	}
	p.follow(`.rooms a[hreflang="vi"]`)
	p.holds("main", "Được nhắc đến ở đâu")
}
