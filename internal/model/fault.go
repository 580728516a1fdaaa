package model

// Fault names why the text of an attachment is missing or not whole, for
// programs; Attachment.Reason says it to people.
type Fault string

// The faults of attachments.
const (
	FaultScan        Fault = "scan"        // pages are pictures and have not been read
	FaultUnsupported Fault = "unsupported" // of a format that no reader knows
	FaultTooLarge    Fault = "too-large"
	FaultDamaged     Fault = "damaged"
	FaultEncrypted   Fault = "encrypted"
	FaultNoText      Fault = "no-text"
	FaultTimeout     Fault = "timeout"
	FaultNoFile      Fault = "no-file" // empty, or a web page in the place of the file
	FaultOther       Fault = "other"   // not of the file: the reader did not run
)

// Faults lists them all.
func Faults() []Fault {
	return []Fault{
		FaultScan, FaultUnsupported, FaultTooLarge, FaultDamaged, FaultEncrypted, FaultNoText, FaultTimeout, FaultNoFile, FaultOther,
	}
}
