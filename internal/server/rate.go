package server

import (
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// Limits is how much one client may ask. Clients on this machine are never
// limited.
type Limits struct {
	Rate  int                       // requests per second, in the long run; 0: no limit
	Burst int                       // that may come at once
	Free  func(c *gin.Context) bool // what costs nothing and is not counted; may be nil
	Now   func() time.Time          // nil: time.Now
}

// maxClients bounds the clients that are remembered; one that was forgotten
// begins with a full burst.
const maxClients = 20_000

// ipv6Client is the prefix that one household or office has of IPv6.
const ipv6Client = 64

// Limited keeps each client to its rate, and tells it where it stands in the
// fields RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers).
func Limited(l Limits, refuse Refuse) (gin.HandlerFunc, error) {
	if l.Rate <= 0 {
		return func(c *gin.Context) { c.Next() }, nil
	}
	clients, err := lru.New[netip.Prefix, *rate.Limiter](maxClients)
	if err != nil {
		return nil, fmt.Errorf("memory of clients: %w", err)
	}
	if l.Now == nil {
		l.Now = time.Now
	}
	l.Burst = max(l.Burst, 1)
	return func(c *gin.Context) {
		client, limited := clientOf(c.ClientIP())
		if !limited || l.Free != nil && l.Free(c) {
			c.Next()
			return
		}
		bucket := rate.NewLimiter(rate.Limit(l.Rate), l.Burst)
		if known, found, _ := clients.PeekOrAdd(client, bucket); found {
			bucket = known
			clients.Get(client) // it was seen now
		}
		now := l.Now()
		allowed := bucket.AllowN(now, 1)
		wait := l.tell(c, bucket.TokensAt(now))
		if allowed {
			c.Next()
			return
		}
		c.Header("Retry-After", strconv.Itoa(wait))
		refuse(c, Refusal{
			http.StatusTooManyRequests, "Hỏi quá nhanh",
			fmt.Sprintf("Mỗi máy hỏi nhiều nhất %d lần mỗi giây: hãy thử lại sau %d giây.", l.Rate, wait),
		})
	}, nil
}

// tell writes what is left of the quota and returns the whole seconds until
// another request is allowed.
func (l Limits) tell(c *gin.Context, tokens float64) int {
	window := int(math.Ceil(float64(l.Burst) / float64(l.Rate)))
	refill := int(math.Ceil((float64(l.Burst) - tokens) / float64(l.Rate)))
	c.Header("RateLimit-Policy", fmt.Sprintf(`"client";q=%d;w=%d`, l.Burst, window))
	c.Header("RateLimit", fmt.Sprintf(`"client";r=%d;t=%d`, max(0, int(tokens)), max(0, refill)))
	return max(1, int(math.Ceil((1-tokens)/float64(l.Rate))))
}

// clientOf is the network that counts as one client; false for this machine.
// What is no address is one client, so that nobody passes by sending nonsense.
func clientOf(address string) (netip.Prefix, bool) {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return netip.Prefix{}, true
	}
	ip = ip.Unmap().WithZone("")
	if ip.IsLoopback() {
		return netip.Prefix{}, false
	}
	bits := ip.BitLen()
	if ip.Is6() {
		bits = ipv6Client
	}
	client, err := ip.Prefix(bits)
	if err != nil { // the bits are those of the address
		return netip.Prefix{}, true
	}
	return client, true
}
