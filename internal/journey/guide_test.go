//go:build !race

package journey

import (
	"bytes"
	"cmp"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// The user guide and its pictures.
const (
	guide       = "../../docs/HUONG-DAN.md"
	pictures    = "../../docs/hinh"
	maxPicture  = 150 << 10 // bytes
	guideWidth  = 900
	guideHeight = 640
)

// scenes are the pictures of the guide, taken of the sample portal.
var scenes = []struct {
	name string
	show func(p *tabPage)
}{
	{"trang-dau", func(p *tabPage) { p.open("/") }},
	{"tim-so", func(p *tabPage) { p.ask("kh 52 2022 phuoc dien") }},
	{"goi-y", func(p *tabPage) {
		p.open("/")
		p.do(chromedp.SendKeys(chromedp.CSS("#q"), "rac thai"))
		p.until(`document.querySelectorAll("#goi-y [role=option]").length > 0`)
	}},
	{"tim-chu", func(p *tabPage) { p.ask("chong rac thai nhua") }},
	{"bo-loc", func(p *tabPage) {
		p.open("/tim?q=" + url.QueryEscape("kế hoạch") + "&type=KH&year=2022")
		p.do(chromedp.Click(chromedp.CSS(".facets > summary")))
	}},
	{"bang", func(p *tabPage) { p.open("/chi-tieu?unit=%25&value=%3E%3D50") }},
	{"van-ban", func(p *tabPage) { p.ask("kh 52 2022 phuoc dien"); p.follow(".found .line a") }},
	{"quan-he", func(p *tabPage) {
		p.ask("kh 52 2022 phuoc dien")
		p.follow(".found .line a")
		p.to("#quan-he")
	}},
	{"bai-viet", func(p *tabPage) {
		p.ask("kh 52 2022 phuoc dien")
		p.follow(".found h3 a")
		p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("#bai .fact.chitieu[tabindex]").focus()`))
		p.to("#bai")
	}},
	{"chung-cu", func(p *tabPage) {
		p.ask("kh 52 2022 phuoc dien")
		p.follow(".found h3 a")
		p.to("#chung-cu")
	}},
	{"khong-co", func(p *tabPage) { p.ask(`"bến cảng hàng không" huyện Tân Khê 2022`) }},
}

// TestGuidePictures takes the pictures with -update; else it holds the guide
// against those that are there.
func TestGuidePictures(t *testing.T) {
	if *update {
		h := sampleHouse(t)
		for _, s := range scenes {
			p := tab(t, h)
			p.width(guideWidth)
			s.show(p)
			write(t, s.name, p.clip())
		}
	}
	text, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, m := range regexp.MustCompile(`\(hinh/([a-z-]+)\.png\)`).FindAllStringSubmatch(string(text), -1) {
		shown = append(shown, m[1])
		info, err := os.Stat(filepath.Join(pictures, m[1]+".png"))
		if err != nil || info.Size() > maxPicture {
			t.Errorf("picture %s: %v", m[1], err)
		}
	}
	for _, s := range scenes {
		if !slices.Contains(shown, s.name) {
			t.Errorf("the guide does not show %s", s.name)
		}
	}
	if len(shown) != len(scenes) {
		t.Errorf("the guide shows %v", shown)
	}
}

// to scrolls until an element begins the picture.
func (p *tabPage) to(selector string) {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector(` + quoted(selector) + `).scrollIntoView({block: "start", behavior: "instant"})`))
}

// clip is what stands on the screen, no lower than the page goes.
func (p *tabPage) clip() []byte {
	p.t.Helper()
	top := eval[float64](p, "window.scrollY")
	height := min(guideHeight, eval[float64](p, `document.querySelector(".foot").getBoundingClientRect().bottom`))
	ctx, cancel := context.WithTimeout(p.ctx, stepTime)
	defer cancel()
	beyond := true
	shot, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Format: page.CaptureScreenshotFormatPng, CaptureBeyondViewport: &beyond,
		Clip: &page.Viewport{Y: top, Width: guideWidth, Height: height, Scale: 1},
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return shot.Data
}

// write keeps a picture in few colours.
func write(t *testing.T, name string, data []byte) {
	t.Helper()
	full, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var small bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&small, fewColours(full)); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(pictures, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(pictures, name+".png"), small.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// fewColours draws a picture with its most frequent colours.
func fewColours(full image.Image) image.Image {
	const most = 64
	counts := map[color.RGBA]int{}
	for y := full.Bounds().Min.Y; y < full.Bounds().Max.Y; y++ {
		for x := full.Bounds().Min.X; x < full.Bounds().Max.X; x++ {
			r, g, b, _ := full.At(x, y).RGBA()
			counts[color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}]++
		}
	}
	var all []color.RGBA
	for c := range counts {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range all[:min(len(all), most)] {
		palette = append(palette, c)
	}
	small := image.NewPaletted(full.Bounds(), palette)
	draw.Draw(small, full.Bounds(), full, full.Bounds().Min, draw.Src)
	return small
}
