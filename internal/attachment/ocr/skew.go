package ocr

import "math"

// Page is a picture in shades of gray, a byte a pixel, by rows.
type Page struct {
	Width, Height int
	Gray          []byte
}

// How skew is looked for and set right.
const (
	most      = 5.0  // degrees; pages that lie worse were turned by hand
	coarse    = 0.5  // degrees between the angles that are tried first
	fine      = 0.1  // and around the best of them
	leastSkew = 0.4  // degrees; Tesseract itself copes with less
	clearly   = 1.15 // how much sharper the lines must stand at another angle
	dark      = 128
	thinned   = 3  // each third pixel is looked at
	leastInk  = 50 // dark pixels; below, there are no lines to see
	paper     = 255
)

// Straight returns the page turned back by the skew of its lines; a page that
// lies straight is returned as it is.
func (p Page) Straight() Page {
	angle := p.skew()
	if math.Abs(angle) < leastSkew {
		return p
	}
	return p.turn(-angle)
}

// skew finds the angle in degrees at which lines of text stand out best: where
// the rows of the picture differ most in ink.
func (p Page) skew() float64 {
	ink := p.ink()
	if len(ink) < leastInk {
		return 0
	}
	level := p.sharpness(ink, 0)
	best, sharpest := 0.0, level
	try := func(angle float64) {
		if s := p.sharpness(ink, angle); s > sharpest {
			best, sharpest = angle, s
		}
	}
	for a := -most; a <= most; a += coarse {
		try(a)
	}
	around := best
	for a := around - coarse; a <= around+coarse; a += fine {
		try(a)
	}
	if sharpest < clearly*level {
		return 0
	}
	return best
}

type point struct{ x, y float64 }

// ink lists the dark pixels of a thinned picture.
func (p Page) ink() []point {
	var ink []point
	for y := 0; y < p.Height; y += thinned {
		row := p.Gray[y*p.Width:][:p.Width]
		for x := 0; x < p.Width; x += thinned {
			if row[x] < dark {
				ink = append(ink, point{float64(x), float64(y)})
			}
		}
	}
	return ink
}

// sharpness is the sum of the squares of the ink of each row, seen at an angle.
func (p Page) sharpness(ink []point, degrees float64) float64 {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	margin := int(float64(p.Width)*math.Abs(sin)) + 1
	rows := make([]int, (p.Height+2*margin)/thinned+2)
	for _, q := range ink {
		if at := (int(q.y*cos-q.x*sin) + margin) / thinned; at >= 0 && at < len(rows) {
			rows[at]++
		}
	}
	sum := 0.0
	for _, n := range rows {
		sum += float64(n) * float64(n)
	}
	return sum
}

// turn rotates the picture about its middle; what comes from outside is paper.
func (p Page) turn(degrees float64) Page {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	turned := Page{p.Width, p.Height, make([]byte, len(p.Gray))}
	midX, midY := float64(p.Width)/2, float64(p.Height)/2
	for y := range p.Height {
		for x := range p.Width {
			dx, dy := float64(x)-midX, float64(y)-midY
			turned.Gray[y*p.Width+x] = p.between(midX+dx*cos+dy*sin, midY-dx*sin+dy*cos)
		}
	}
	return turned
}

// between mixes the four pixels around a place.
func (p Page) between(x, y float64) byte {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	fx, fy := x-float64(x0), y-float64(y0)
	top := p.at(x0, y0)*(1-fx) + p.at(x0+1, y0)*fx
	bottom := p.at(x0, y0+1)*(1-fx) + p.at(x0+1, y0+1)*fx
	return byte(top*(1-fy) + bottom*fy + 0.5)
}

func (p Page) at(x, y int) float64 {
	if x < 0 || y < 0 || x >= p.Width || y >= p.Height {
		return paper
	}
	return float64(p.Gray[y*p.Width+x])
}
