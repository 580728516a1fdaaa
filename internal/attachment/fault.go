package attachment

import (
	"errors"

	"tracuu/internal/model"
)

// FaultOf names what is missing of a file that Read returned; "" when nothing
// is.
func FaultOf(doc Document, err error) model.Fault {
	switch {
	case errors.Is(err, ErrScan), err == nil && len(doc.Scanned) > 0:
		return model.FaultScan
	case err == nil:
		return ""
	case errors.Is(err, ErrUnsupported):
		return model.FaultUnsupported
	case errors.Is(err, ErrTooLarge):
		return model.FaultTooLarge
	case errors.Is(err, ErrEncrypted):
		return model.FaultEncrypted
	case errors.Is(err, ErrNoText):
		return model.FaultNoText
	case errors.Is(err, ErrTimeout):
		return model.FaultTimeout
	case errors.Is(err, ErrDamaged):
		return model.FaultDamaged
	}
	return model.FaultOther
}
