package attachment

import (
	"context"

	"tracuu/internal/attachment/msdoc"
	"tracuu/internal/attachment/msxls"
	"tracuu/internal/attachment/rtf"
)

func readDOC(ctx context.Context, body []byte, out *pages) error {
	text, err := msdoc.Read(ctx, body, out.limit)
	if err != nil {
		return err
	}
	return out.addBroken(text)
}

func readRTF(ctx context.Context, body []byte, out *pages) error {
	text, err := rtf.Read(ctx, body, out.limit)
	if err != nil {
		return err
	}
	return out.addBroken(text)
}

// readXLS reads the visible sheets; with more than one each begins with its
// name, as those of XLSX.
func readXLS(ctx context.Context, body []byte, out *pages) error {
	sheets, err := msxls.Read(ctx, body, out.limit)
	if err != nil {
		return err
	}
	for _, s := range sheets {
		text := s.Text
		if len(sheets) > 1 {
			text = s.Name + "\n" + text
		}
		if err := out.add(text); err != nil {
			return unlessFull(err)
		}
	}
	return nil
}
