package crawler

// evaluateCommand groups the measurements of understanding: one file and one
// sub-command each. Their words are English, for those who work on the rules.
type evaluateCommand struct {
	Extraction evaluateExtraction `cmd:"" help:"precision, recall and F1 of each field on labelled pages, with gains and losses against the recorded run"`
	Sources    evaluateSources    `cmd:"" help:"numbers, days of issue and issuers in the source lines of the legal code"`
	Files      evaluateFiles      `cmd:"" help:"reading of attachments: words against text twins, pages a second, own numbers"`
	Register   evaluateRegister   `cmd:"" help:"numbers of a register against their canonical form, odd spellings listed"`
}
