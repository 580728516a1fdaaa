package searchtest

import (
	"fmt"
	"strings"

	"tracuu/internal/model"
)

// Many makes n articles about clean water, of two portals in turn: plans,
// decisions and news of several years, every fifth a copy of the one before it.
func Many(n int) []*model.Article {
	var all []*model.Article
	for i := range n {
		portal, place := "phuoc-dien", "huyện Phước Điền"
		if i%2 == 1 {
			portal, place = "tan-khe", "huyện Tân Khê"
		}
		if i%5 == 4 {
			all = append(all, copyOf(all[i-1], portal, i))
			continue
		}
		title := fmt.Sprintf("Cấp nước sạch cho thôn %d", i)
		body := fmt.Sprintf("Bài số %d về nước sạch nông thôn.\n%s", i, strings.Repeat(fmt.Sprintf("Đội %d đào giếng, lắp ống ở xóm %d, mỗi nhà một vòi. ", i, 7*i), 4))
		a := article(portal, fmt.Sprint("nuoc-", i), title, body)
		a.Place, a.Published = place, day(2018+i%5, 1, 1+i%28)
		if i%3 == 0 {
			number := fmt.Sprintf("%d/%s-UBND", 10+i, []string{"KH", "QĐ"}[i%2])
			a.Text += "\nBan hành " + number + "."
			a.Issuer = "UBND " + place
			mention(a, number, a.Published, a.Issuer, model.Announced)
		}
		all = append(all, a)
	}
	return all
}

// copyOf is an article on another page with the same text.
func copyOf(a *model.Article, portal string, n int) *model.Article {
	c := article(portal, fmt.Sprint("ban-sao-", n), a.Title, a.Body())
	c.Published = day(2023, 5, 1)
	return c
}
