package crawl

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// landing is what a visit reports to the loop.
type landing struct {
	task       store.Task
	host       string
	added      []store.Link  // queued with the visit
	idle       bool          // nothing was sent to the host
	silent     bool          // no answer came
	throttled  bool          // the server asks to be asked less
	took       time.Duration // until the answer began, 0 when none came
	crawlDelay time.Duration // that robots.txt asks for
	pause      time.Duration // that the server asks for by Retry-After
	whole      bool          // the page was read without a template, see reread.go
	err        error         // the crawl cannot go on
}

// visit is one address on its way from the frontier to the store.
type visit struct {
	*Crawler
	task store.Task
	at   Address // what is asked for; changes with redirects to the same resource
	form string  // sent there by POST; "" for GET
	gap  time.Duration
	// grows: there is no page yet, and the next new one may stand here.
	grows bool
	sent  bool // something was asked of the host
	// unshown is why a browser did not show a page that needs one.
	unshown string
	out     store.Visit
	landing
}

func (c *Crawler) visit(ctx context.Context, task store.Task, gap time.Duration) landing {
	v := &visit{Crawler: c, task: task, gap: gap, form: task.Form}
	v.landing.task, v.host, v.out.Task = task, task.Host, task
	v.out.Run = c.rounds[task.Seed]
	v.work(ctx)
	v.idle = !v.sent
	if v.err != nil || ctx.Err() != nil {
		return v.landing // nothing is committed: the task is asked for again
	}
	if v.out.Outcome.State == store.Failed && task.Kind == store.TaskAttachment && !readBefore(&task) {
		v.missing(v.out.Outcome.Reason)
	}
	v.schedule()
	v.out.Links = c.seen.fresh(v.out.Links)
	if wait := max(gap, min(v.pause, longestPause)); wait > 0 && v.sent {
		v.out.HostDue = c.Now().Add(wait)
	}
	if err := c.Store.Commit(ctx, v.out); err != nil {
		if ctx.Err() == nil {
			v.err = err
		}
		return v.landing
	}
	c.seen.add(v.out.Links)
	c.expectFiles(v.out.Links)
	v.added = v.out.Links
	if task.Kind == store.TaskPage && v.out.Outcome.State == store.Done && v.out.Outcome.Reason != unchanged && c.flood.note(v.at, v.out.Article, v.added) {
		c.Log.Warn("pages of one pattern bring nothing new and are left out for this run", "url", v.at.URL)
	}
	return v.landing
}

// work decides the outcome. A page that makes a reader panic fails alone.
func (v *visit) work(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			v.Log.Error("reading panicked", "url", v.task.URL, "panic", r, "stack", string(debug.Stack()))
			v.fail(store.FaultContent, "lỗi của chương trình khi đọc nội dung này; bản chụp đã được lưu")
		}
	}()
	at, err := v.addresses().Parse(v.task.URL)
	if err != nil {
		v.fail(store.FaultOther, err.Error())
		return
	}
	v.at = at
	if task := v.task; task.Kind == store.TaskPage && task.Referrer != "" && !readBefore(&task) && v.flood.shuts(at) {
		v.out.Outcome = store.Outcome{State: store.Closed, Fault: store.FaultOther, Reason: floodReason}
		return
	}
	for range maxHops {
		if !v.permitted(ctx) {
			return
		}
		res, again := v.ask(ctx)
		if res != nil {
			v.understand(ctx, res)
		}
		if !again {
			return
		}
	}
	v.fail(store.FaultOther, fmt.Sprintf("chuyển hướng quá %d lần", maxHops))
}

// maxHops bounds redirects that are followed inside one visit.
const maxHops = 10

// permitted asks robots.txt.
func (v *visit) permitted(ctx context.Context) bool {
	said, err := v.robots.ask(ctx, v.at)
	v.crawlDelay, v.sent = max(v.crawlDelay, said.delay), v.sent || said.asked
	if err != nil {
		v.noAnswer(err)
		return false
	}
	if said.asked {
		v.offerSitemaps(said.sitemaps)
	}
	if !said.allowed {
		v.out.Outcome = store.Outcome{
			State: store.Closed, Fault: store.FaultRobots, Reason: "robots.txt của cổng không cho thu thập địa chỉ này",
		}
		return false
	}
	return !said.asked || sleep(ctx, v.gap)
}

// ask fetches v.at. It returns a response to understand, or whether v.at has
// become another address of the same resource that is to be asked for.
func (v *visit) ask(ctx context.Context) (res *response, again bool) {
	v.sent = true
	res, capture, err := v.Crawler.ask(ctx, request{url: v.at.URL, form: v.form, known: v.known()})
	if err != nil {
		v.noAnswer(err)
		return nil, false
	}
	v.out.Capture, v.took = &capture, res.took
	if !isRedirect(res.code) {
		return res, false
	}
	return nil, v.redirected(ctx, res.code, res.Header.Get("Location"))
}

// known are the validators of the answer that we have. A list that did not
// change must be read all the same: it leads to its next page.
func (v *visit) known() store.Validators {
	if p := v.portal(); p != nil && p.Browser && v.task.Kind == store.TaskPage {
		return store.Validators{} // that its frame did not change says nothing of what scripts fill in
	}
	if v.task.Kind == store.TaskPage || v.task.Kind == store.TaskAttachment {
		return v.task.Validators
	}
	return store.Validators{}
}

// remember keeps the validators of an answer that was read, for the next visit.
func (v *visit) remember(h http.Header) {
	if v.out.Outcome.State != store.Done {
		return
	}
	given := store.Validators{ETag: h.Get("ETag"), Modified: h.Get("Last-Modified")}
	if len(given.ETag)+len(given.Modified) > maxValidators {
		given = store.Validators{}
	}
	v.out.Outcome.Validators = given
	if given == (store.Validators{}) && v.out.Outcome.Reason == unchanged { // it need not say them again
		v.out.Outcome.Validators = v.task.Validators
	}
}

const (
	maxValidators = 1000 // bytes
	unchanged     = "không đổi từ lần trước"
	absent        = "cổng không có địa chỉ này"
)

// errKeep marks failures to keep what came: the crawl must stop.
var errKeep = errors.New("không lưu được bản chụp")

// ask fetches an address and archives the answer before anyone sees it.
func (c *Crawler) ask(ctx context.Context, r request) (*response, model.Capture, error) {
	res, err := c.fetch.ask(ctx, r)
	if err != nil {
		return nil, model.Capture{}, err
	}
	capture, err := c.Archive.WriteExchange(ctx, res.Exchange)
	if ctx.Err() != nil { // told to stop: that is no failure of the archive
		return nil, model.Capture{}, ctx.Err()
	}
	if err != nil {
		return nil, model.Capture{}, fmt.Errorf("%w của %s: %w", errKeep, r.url, err)
	}
	c.fetched.Add(1)
	c.bytes.Add(int64(len(res.Body)))
	return res, capture, nil
}

// redirected queues the target, or makes it v.at when it is the same resource
// or a file that moved on its own host.
func (v *visit) redirected(ctx context.Context, code int, location string) (again bool) {
	if code != http.StatusTemporaryRedirect && code != http.StatusPermanentRedirect {
		v.form = "" // only these two send it again
	}
	to, err := v.at.Resolve(location)
	if location == "" || err != nil {
		v.fail(store.FaultOther, fmt.Sprintf("chuyển hướng tới địa chỉ không hợp lệ %q", location))
		return false
	}
	file := v.task.Kind == store.TaskAttachment
	if to.URL == v.at.URL {
		v.fail(store.FaultOther, "chuyển hướng về chính nó")
		return false
	}
	own, mark, _ := strings.Cut(v.task.Key, " ")
	if mark != "" {
		mark = " " + mark
	}
	if to.Key == own || file && to.Host == v.task.Host {
		v.at = to
		return sleep(ctx, v.gap)
	}
	depth := v.task.Depth + 1
	switch why := v.scope.refuse(v.task.Seed, to, v.task.Kind, depth, nil); {
	case why == "" && !file:
		link := v.task.Link
		link.Key, link.URL, link.Host, link.Depth, link.Form = to.Key+mark, to.URL, to.Host, depth, v.form
		v.out.Links = append(v.out.Links, link)
		v.done("chuyển hướng tới " + to.URL)
	case depth > v.opts.Depth:
		v.fail(store.FaultOther, "chuyển hướng quá nhiều lần")
	case file:
		v.fail(store.FaultOther, "tệp chuyển hướng tới "+to.URL+" trên máy chủ khác")
	default:
		v.done("chuyển hướng tới " + to.URL + " (" + why + ")")
	}
	return false
}

// understand sorts a response by its status and reads it.
func (v *visit) understand(ctx context.Context, res *response) {
	defer v.remember(res.Header)
	switch {
	case res.code == http.StatusNotModified && v.known() != (store.Validators{}):
		v.done(unchanged)
	case res.code == http.StatusTooManyRequests || res.code >= 500:
		v.pause = retryAfter(res.Header, v.Now())
		v.throttled = res.code == http.StatusTooManyRequests || res.code == http.StatusServiceUnavailable
		v.tryAgain(faultOf(res.code), refusedBy(res.code))
	case (res.code == http.StatusNotFound || res.code == http.StatusGone) && v.guessed():
		v.done(absent)
		if v.grows, v.err = v.atFront(ctx); v.err != nil {
			return
		}
	case res.code < 200 || res.code > 299:
		v.fail(faultOf(res.code), refusedBy(res.code))
	case res.Truncated == "disconnect":
		v.tryAgain(store.FaultCut, cutOff(res.Truncated, v.opts.Limits))
	case res.Truncated != "":
		v.fail(store.FaultCut, cutOff(res.Truncated, v.opts.Limits))
	default:
		body, err := decoded(res.Header, res.Body, v.opts.Limits.Size)
		if err != nil {
			v.fail(store.FaultContent, err.Error())
			return
		}
		v.read(ctx, res.Header.Get("Content-Type"), body)
	}
}

// noAnswer handles a request that brought nothing.
func (v *visit) noAnswer(err error) {
	switch {
	case errors.Is(err, errKeep):
		v.err = err
	case errors.Is(err, errPrivate), errors.Is(err, errPort):
		v.fail(store.FaultOther, unreachable(v.at, err))
	default:
		v.silent = true
		v.tryAgain(store.FaultSilent, unreachable(v.at, err))
	}
}

func (v *visit) done(note string) { v.out.Outcome = store.Outcome{State: store.Done, Reason: note} }

func (v *visit) fail(fault store.Fault, reason string) {
	v.out.Outcome = store.Outcome{State: store.Failed, Reason: reason, Fault: fault}
}

// tryAgain postpones the task, or fails it when it has had its attempts.
func (v *visit) tryAgain(fault store.Fault, reason string) {
	n := v.task.Attempts + 1
	if n >= v.opts.Attempts {
		v.fail(fault, reason)
		return
	}
	due := v.Now().Add(max(backoff(v.gap, n), min(v.pause, longestPause)))
	v.out.Outcome = store.Outcome{State: store.Queued, Reason: reason, DueAt: due, Fault: fault}
}

// retryAfter reads the header in both its forms: seconds and a date.
func retryAfter(h http.Header, now time.Time) time.Duration {
	text := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(text); err == nil && seconds > 0 {
		return time.Duration(min(seconds, 86_400)) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil && at.After(now) {
		return at.Sub(now)
	}
	return 0
}

// sleep waits and tells whether ctx still holds.
func sleep(ctx context.Context, d time.Duration) bool {
	if d <= 0 {
		return ctx.Err() == nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
