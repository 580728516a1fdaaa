package crawler

import "errors"

type evaluateExtraction struct {
	Labels string   `required:"" type:"existingfile" placeholder:"FILE" help:"labelled pages, JSON lines as the labelling guide describes them"`
	Pages  []string `required:"" placeholder:"DIR" help:"folders or files that hold the pages; may be given several times"`
}

// Run implements kong's command.
func (c *evaluateExtraction) Run(*session) error {
	return errors.New("evaluate extraction: scoring is not built in yet")
}
