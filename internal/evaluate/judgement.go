package evaluate

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Judgements hold the grade of each judged record, by question and record.
// What is not listed has grade 0.
type Judgements map[string]map[string]int

// maxGrade keeps 2^grade a number of sensible size.
const maxGrade = 10

// ReadJudgements reads lines of question, record and grade, or of question,
// iteration, record and grade as TREC has them. Fields are parted by tabs, or
// by blanks where a line has no tab. Errors name the line.
func ReadJudgements(r io.Reader) (Judgements, error) {
	all := Judgements{}
	lines, n := newLines(r), 0
	for lines.Scan() {
		n++
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		question, record, grade, err := judgement(lines.Text())
		if err != nil {
			return nil, fmt.Errorf("line %d of the judgements: %w", n, err)
		}
		if all[question] == nil {
			all[question] = map[string]int{}
		}
		all[question][record] = grade
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("judgements after line %d: %w", n, err)
	}
	return all, nil
}

func judgement(line string) (question, record string, grade int, err error) {
	f := fields(line)
	switch len(f) {
	case 3:
		question, record = f[0], f[1]
	case 4:
		question, record = f[0], f[2]
	default:
		return "", "", 0, fmt.Errorf("%d fields, want question, record and grade, parted by tabs: %q", len(f), line)
	}
	grade, err = strconv.Atoi(f[len(f)-1])
	if err != nil || grade > maxGrade {
		return "", "", 0, fmt.Errorf("the grade is %q, want a number up to %d", f[len(f)-1], maxGrade)
	}
	return question, record, max(grade, 0), nil
}

// fields parts a line by tabs, or by blanks when it has no tab: ids may have
// blanks in them.
func fields(line string) []string {
	if strings.Contains(line, "\t") {
		return strings.Split(strings.TrimRight(line, "\r\n"), "\t")
	}
	return strings.Fields(line)
}

// maxLine bounds a line of any file that is read: a whole law fits.
const maxLine = 64 << 20

func newLines(r io.Reader) *bufio.Scanner {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 64<<10), maxLine)
	return s
}
