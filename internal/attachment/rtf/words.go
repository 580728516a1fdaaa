package rtf

import "sync"

// signs are control words that stand for a character.
var signs = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
		"bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
	}
})

// noText are destinations whose content is no text of the document.
var noText = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, word := range []string{
		"colortbl", "stylesheet", "info", "pict", "nonshppict", "objdata", "fldinst", "sp", "xe", "tc", "rxe",
		"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "annotation",
		"atnid", "atnauthor", "bkmkstart", "bkmkend", "listtable", "listoverridetable", "revtbl", "filetbl",
	} {
		set[word] = true
	}
	return set
})
