package crawler

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"

	"tracuu/internal/evaluate"
	"tracuu/internal/extract"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

type evaluateSources struct {
	Corpus   string `required:"" type:"existingfile" placeholder:"FILE" help:"plain corpus, JSON lines, may end in .zst; its source lines are read"`
	Failures int    `default:"20" placeholder:"N" help:"failures of each kind to print, those of one document once; -1 prints all"`
}

// Run implements kong's command.
func (c *evaluateSources) Run(s *session) error {
	sum := sourceSummary{seen: map[string]bool{}}
	err := withCorpus(c.Corpus, func(r io.Reader) error {
		for rec, err := range evaluate.Records(r) {
			if err != nil {
				return err
			}
			sum.add(rec.Source)
		}
		return s.ctx.Err()
	})
	if err != nil {
		return err
	}
	return sum.print(s.stdout, c.Failures)
}

// sourceSummary counts what the extractor understood of source lines.
type sourceSummary struct {
	numbered, number int // lines that cite a number; those read right
	full, all        int // lines with day and issuer too; those read right
	misdated         int // the day of effect taken for that of issue
	failures         [3][]string
	seen             map[string]bool // failures that were listed, by what stood there
}

// The kinds of failure.
const (
	wrongNumber = iota
	wrongContext
	wrongDay
)

// add compares the plain reading of a line with what the extractor says of the
// first number in it.
func (s *sourceSummary) add(source string) {
	line := vietnamese.Clean(plainLine(source))
	gold, ok := readCitation(line)
	if !ok {
		return
	}
	got := firstMention(line)
	s.numbered++
	good := got.Number.Type == gold.typ && sameNumber(got.Number.Canonical, gold.number)
	if good {
		s.number++
	} else {
		s.fail(wrongNumber, gold.typ+" "+gold.number, fmt.Sprintf("want %s %s, got %s %s", gold.typ, gold.number, got.Number.Type, got.Number.Canonical), line)
	}
	if !gold.effective.IsZero() && got.Issued == gold.effective && gold.issued != gold.effective {
		s.misdated++
		s.fail(wrongDay, gold.number, "the day of effect "+gold.effective.String()+" is given for that of issue", line)
	}
	if gold.issued.IsZero() {
		return
	}
	s.full++
	if good && got.Issued == gold.issued && sameWords(got.IssuerWords, gold.issuer) {
		s.all++
		return
	}
	s.fail(wrongContext, gold.number+gold.issued.String(), fmt.Sprintf("want %s of %q, got %s of %q", gold.issued, gold.issuer, got.Issued, got.IssuerWords), line)
}

func (s *sourceSummary) fail(kind int, what, why, line string) {
	if key := fmt.Sprint(kind, what); !s.seen[key] {
		s.seen[key] = true
		s.failures[kind] = append(s.failures[kind], why+"\n    "+line)
	}
}

func (s *sourceSummary) print(w io.Writer, limit int) error {
	out := sayer{w: w}
	for kind, title := range []string{"type or number", "day of issue or issuer", "day of effect"} {
		list := s.failures[kind]
		if limit >= 0 {
			list = list[:min(limit, len(list))]
		}
		for _, f := range list {
			out.line("%s: %s", title, f)
		}
	}
	out.line("type and number        %6d of %6d  %s", s.number, s.numbered, share(s.number, s.numbered))
	out.line("with day and issuer    %6d of %6d  %s", s.all, s.full, share(s.all, s.full))
	out.line("effect taken for issue %6d", s.misdated)
	return out.err
}

func share(part, whole int) string {
	if whole == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f %%", 100*float64(part)/float64(whole))
}

// firstMention is what the extractor says of the first number of a line.
func firstMention(line string) model.Mention {
	if f := extract.Facts(extract.Text{Text: line}); len(f.Mentions) > 0 {
		return f.Mentions[0]
	}
	return model.Mention{}
}

// sameNumber compares a canonical number with a printed one, in one case and
// without diacritics: registers print QD for QĐ and nđ-cp for NĐ-CP.
func sameNumber(canonical, printed string) bool {
	return canonical != "" && vietnamese.Fold(canonical) == vietnamese.Fold(printed)
}

func sameWords(a, b string) bool {
	one := func(s string) string { return strings.Join(strings.Fields(vietnamese.Fold(s)), " ") }
	return one(a) == one(b)
}

// withCorpus reads a file, unpacked when its name ends in .zst.
func withCorpus(path string, read func(io.Reader) error) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var r io.Reader = f
	if strings.HasSuffix(path, ".zst") {
		z, err := zstd.NewReader(f, zstd.WithDecoderMaxMemory(1<<30))
		if err != nil {
			return fmt.Errorf("unpack %s: %w", path, err)
		}
		defer z.Close()
		r = z
	}
	if err := read(r); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
