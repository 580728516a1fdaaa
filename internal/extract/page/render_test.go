package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func linesOf(markup string) []string {
	var out []string
	for _, l := range render(parse(markup), hidden) {
		out = append(out, l.text)
	}
	return out
}

func TestRender(t *testing.T) {
	tests := []struct {
		name, markup string
		want         []string
	}{
		{"blocks end lines", "<div>một<p>hai</p>ba<br>bốn</div>", []string{"một", "hai", "ba", "bốn"}},
		{"blanks collapse", "<p> một \n\t hai&nbsp;ba&#8203; </p>", []string{"một hai ba"}},
		{"invisible only", "<p>&#8203;</p><p>\u00ad</p><p>x</p>", []string{"x"}},
		{"NFD becomes NFC", "<p>Ke\u0302\u0301 hoa\u0323ch</p>", []string{"Kế hoạch"}},
		{"acronym and word", "<p><b>92/2009/NĐ-CP</b>ngày</p>", []string{"92/2009/NĐ-CP ngày"}},
		{"word and number", "<p>thi hành <b>Điều</b><i>15</i></p>", []string{"thi hành Điều 15"}},
		{"word and bracket", "<p><a href=x>Hội nghị</a><span>(09.07.2019)</span></p>", []string{"Hội nghị (09.07.2019)"}},
		{"year and word", "<p><b>2019</b>của</p>", []string{"2019 của"}},
		{"a word in two elements", "<p><b>Đ</b>ắk N<i>ông</i> Tha<b>ng</b></p>", []string{"Đắk Nông Thang"}},
		{"a number in two elements", "<p>Nghị quyết 1<span>8</span></p>", []string{"Nghị quyết 18"}},
		{"raised text", "<p>120 km<sup>2</sup></p>", []string{"120 km2"}},
		{"nested list", "<ul><li>một<ul><li>hai</li></ul></li><li>ba</li></ul>", []string{"một", "hai", "ba"}},
		{"row of data", "<table><tr><td><p>1</p></td><td>Xã</td><td></td><td>9</td></tr></table>", []string{"1 | Xã | 9"}},
		{"row of two", "<table><tr><th>Xã</th><td>9</td></tr></table>", []string{"Xã | 9"}},
		{"long cells of data", "<table><tr><td>1</td><td>a<br>b</td><td>c</td></tr></table>", []string{"1 | a b | c"}},
		{
			"head of a document", "<table><tr><td>UBND TỈNH<br>Số: 1/KH-UBND</td><td>CỘNG HÒA<br>ngày 1</td></tr></table>",
			[]string{"UBND TỈNH", "Số: 1/KH-UBND", "CỘNG HÒA", "ngày 1"},
		},
		{"layout table", "<table><tr><td>trái</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>", []string{"trái", "a | b"}},
		{"hidden", "<p>a</p><ul style='DISPLAY : none'><li>b</li></ul><p hidden>c</p><p style='visibility:hidden'>d</p><p style='color:none'>e</p>", []string{"a", "e"}},
		{"not for reading", "<script>x</script><style>y</style><noscript>z</noscript><select><option>u</select><textarea>v</textarea><!-- w -->t", []string{"t"}},
		{"preformatted", "<pre>một\n  hai</pre>", []string{"một", "hai"}},
		{"cells outside a table", "<td>a</td><td>b</td>", []string{"ab"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, linesOf(tt.markup)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestRenderKeepsLinksWithTheirLine(t *testing.T) {
	lines := render(parse("<p>a <a href=1>x</a></p><a href=2><img></a><p>b</p><a href=3></a>"), hidden)
	var got []string
	for _, l := range lines {
		for _, n := range l.links {
			got = append(got, l.text+" -> "+target(n))
		}
	}
	want := []string{"a x -> 1", "b -> 2", "b -> 3"} // a link without words goes with the next line, or the last
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestDeepNestingLosesNothing(t *testing.T) {
	const depth = 100_000
	for _, tag := range []string{"div", "span", "b", "table><tr><td", "ul><li", "blockquote", "svg"} {
		first, _, _ := strings.Cut(tag, ">")
		markup := "<p>đầu</p>" + strings.Repeat("<"+tag+">", depth) + "<a href='/sau'>đáy</a>" + strings.Repeat("</"+first+">", depth) + "<p>cuối</p>"
		p, err := Read(Input{URL: "http://x.example/", Body: []byte(markup), Registry: registry(t)})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(p.Text, "đáy") || !strings.Contains(p.Text, "cuối") {
			t.Errorf("%s: text is %.80q", tag, p.Text)
		}
		if tag != "svg" && (len(p.Links) != 1 || p.Links[0].URL != "http://x.example/sau") {
			t.Errorf("%s: links are %v", tag, p.Links)
		}
	}
}

func TestWalkLeavesWhatItEnters(t *testing.T) {
	var path []string
	walk(parse("<p>a<b>c</b></p><i></i>"), func(n *html.Node) bool {
		path = append(path, "+"+n.Data)
		return n.Data != "b"
	}, func(n *html.Node) { path = append(path, "-"+n.Data) })
	want := "+ +html +head -head +body +p +a -a +b -p +i -i -body -html -"
	if got := strings.Join(path, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
