package crawler

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"tracuu/internal/crawl"
	"tracuu/internal/portal"
)

// readSeeds turns the arguments of crawl, addresses and ids of portals, into
// seeds, each portal and address once.
func readSeeds(args []string, known *portal.Registry) ([]crawl.Seed, error) {
	var seeds []crawl.Seed
	var problems []error
	for _, arg := range args {
		seed, err := readSeed(strings.TrimSpace(arg), known)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		if !slices.ContainsFunc(seeds, func(s crawl.Seed) bool { return s.Name == seed.Name }) {
			seeds = append(seeds, seed)
		}
	}
	return seeds, errors.Join(problems...)
}

func readSeed(arg string, known *portal.Registry) (crawl.Seed, error) {
	if p, ok := known.ByID(arg); ok {
		return portalSeed(p, known)
	}
	if !strings.Contains(arg, "://") {
		return crawl.Seed{}, unknownPortal(arg, known)
	}
	addresses := crawl.Addresses{Portals: known}
	a, err := addresses.Parse(arg)
	if err != nil {
		return crawl.Seed{}, err
	}
	seed := crawl.Seed{Name: a.Key, Starts: []crawl.Address{a}}
	if p := addresses.Of(a.Host); p != nil {
		seed.Portal, seed.Hosts = p, p.Hosts
	}
	return seed, nil
}

func portalSeed(p *portal.Portal, known *portal.Registry) (crawl.Seed, error) {
	seed := crawl.Seed{Name: p.ID, Portal: p, Hosts: p.Hosts}
	for _, start := range p.Seeds {
		a, err := crawl.Addresses{Portals: known}.Parse(start)
		if err != nil {
			return crawl.Seed{}, fmt.Errorf("cổng %s: %w", p.ID, err)
		}
		seed.Starts = append(seed.Starts, a)
	}
	if len(seed.Starts) == 0 {
		return crawl.Seed{}, fmt.Errorf("cổng %s không có địa chỉ đầu (seeds) trong data/portals", p.ID)
	}
	return seed, nil
}

func unknownPortal(arg string, known *portal.Registry) error {
	var ids []string
	for _, p := range known.Portals() {
		ids = append(ids, p.ID)
	}
	slices.Sort(ids)
	hint := "nêu địa chỉ đầy đủ, ví dụ https://krongno.daknong.gov.vn/"
	if strings.Contains(arg, ".") && !strings.ContainsAny(arg, " \t") {
		hint = "nếu là địa chỉ thì viết đầy đủ: https://" + arg
	}
	return fmt.Errorf("không biết cổng thông tin %q; các cổng đã biết: %s; %s", arg, strings.Join(ids, ", "), hint)
}

// refusePrivate stops before the start when a seed is plainly a private
// address; names are checked when they are dialled.
func refusePrivate(seeds []crawl.Seed) error {
	for _, s := range seeds {
		for _, a := range s.Starts {
			ip, err := netip.ParseAddr(hostname(a))
			if hostname(a) == "localhost" || err == nil && !crawl.Public(ip) {
				return fmt.Errorf("%s là địa chỉ trong mạng nội bộ; nếu đúng là máy bạn muốn thu thập, thêm --allow-private", a.URL)
			}
		}
	}
	return nil
}

func hostname(a crawl.Address) string {
	u, err := url.Parse(a.URL)
	if err != nil {
		return a.Host
	}
	return u.Hostname()
}
