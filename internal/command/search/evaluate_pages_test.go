package search

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/data"
	"tracuu/internal/evaluate"
	"tracuu/internal/model"
	"tracuu/internal/portal"
)

func naming(t *testing.T, ports map[string]string) *pageNames {
	t.Helper()
	known, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	judged := evaluate.Judgements{"q": {"krongno/bai-viet": 1, "sotaichinh/bai-viet": 1, "sotaichinh/vang": 1, "krongno/vang": 1}}
	return newPageNames(known, ports, judged)
}

func TestPageNames(t *testing.T) {
	n := naming(t, map[string]string{"7001": "krongno"})
	pages := map[string]*model.Article{
		"krongno/bai-viet":              {ID: "1", URL: "http://127.0.0.1:7001/bai-viet", Portal: "other"},
		"sotaichinh/bai-viet":           {ID: "2", URL: "http://127.0.0.1:7002/bai-viet/index.html", Portal: "sotaichinh-daknong"},
		"sotaichinh/tin":                {ID: "3", URL: "https://sotaichinh.daknong.gov.vn/a/tin.html", Portal: ""},
		"dakrlap/tin":                   {ID: "4", URL: "http://127.0.0.1:7003/tin", Portal: "dakrlap"},
		"dakrlap/tin-tuc/tin":           {ID: "5", URL: "http://127.0.0.1:7003/tin-tuc/tin", Portal: "dakrlap"},
		"dakrlap/tin?6":                 {ID: "6", URL: "http://127.0.0.1:7003/tin?trang=2", Portal: "dakrlap"},
		"dakrlap/nghi-quyet-so-1.2.abc": {ID: "7", URL: "http://127.0.0.1:7003/nghi-quyet-so-1.2.abc", Portal: "dakrlap"},
	}
	want := map[string]string{}
	var articles []*model.Article
	for name, a := range pages {
		want[a.ID] = name
		articles = append(articles, a)
	}
	if diff := cmp.Diff(want, n.all(articles)); diff != "" {
		t.Error(diff)
	}
}

func TestAbsentPagesAndTheirCopies(t *testing.T) {
	n := naming(t, nil)
	p := &pages{
		names:  map[string]string{"1": "krongno/vang", "2": "krongno/bai-viet", "3": "sotaichinh/bai-viet"},
		stands: map[string]string{"krongno/vang": "krongno/vang", "krongno/bai-viet": "krongno/bai-viet", "sotaichinh/bai-viet": "sotaichinh/bai-viet"},
	}
	n.standIns(p)
	if p.stands["sotaichinh/vang"] != "krongno/vang" || p.stands["sotaichinh/bai-viet"] != "sotaichinh/bai-viet" {
		t.Errorf("%v", p.stands)
	}
	if got := p.missing(evaluate.Judgements{"q": {"sotaichinh/vang": 1, "krongno/vang": 1}}); got != 1 {
		t.Errorf("%d judged pages absent", got)
	}
	judged := evaluate.Judgements{"q": {"krongno/vang": 1, "sotaichinh/vang": 2, "krongno/bai-viet": 2, "x/nie": 2}}
	ideal := evaluate.Score(p.perfect(judged), judged.Stand(p.stands), evaluate.NDCG(10)).Mean()
	if ideal <= 0.7 || ideal >= 1 {
		t.Errorf("a perfect order without x/nie scores %v", ideal)
	}
}
