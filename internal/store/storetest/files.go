package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// testFiles: files whose text is missing are found by their faults, and leave
// the list when they are read.
func testFiles(t *testing.T, open Open) {
	s := open(t)
	a := rich()
	commitPages(t, s, a)
	scan := model.Attachment{
		URL: a.Attachments[0].URL, Name: a.Attachments[0].Name, MediaType: "application/pdf",
		State: model.Unread, Reason: "bản quét, chưa đọc được", Fault: model.FaultScan, CaptureID: "urn-1",
	}
	broken := model.Attachment{URL: "http://a.vn/0.doc", State: model.Unread, Reason: "tệp bị hỏng", Fault: model.FaultDamaged}
	for _, f := range []model.Attachment{scan, broken, {URL: "http://a.vn/1.pdf", State: model.Read, Text: "Số: 5"}} {
		put(t, s, f)
	}
	faulty := func(want []model.Attachment, faults ...model.Fault) {
		t.Helper()
		got, err := s.FaultyFiles(t.Context(), faults...)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); err != nil || diff != "" {
			t.Errorf("files with the faults %v: %v (-want +got):\n%s", faults, err, diff)
		}
	}
	faulty([]model.Attachment{broken, scan})
	faulty([]model.Attachment{scan}, model.FaultScan)
	faulty([]model.Attachment{broken, scan}, model.FaultDamaged, model.FaultScan)
	faulty(nil, model.FaultTimeout)

	before := sequence(t, s)
	scan.State, scan.Fault, scan.Reason, scan.Text = model.Read, "", "", "Số: 52/KH-UBND"
	put(t, s, scan)
	put(t, s, scan)
	if got := sequence(t, s) - before; got != 1 {
		t.Errorf("a file that was read again took %d numbers, want 1", got)
	}
	if diff := cmp.Diff(scan, mustArticle(t, s, a.ID).Attachments[0]); diff != "" {
		t.Errorf("file of the article (-want +got):\n%s", diff)
	}
	faulty([]model.Attachment{broken})
	testScanPages(t, s)
}

func put(t *testing.T, s store.Store, f model.Attachment) {
	t.Helper()
	if err := s.PutFile(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func testScanPages(t *testing.T, s store.Store) {
	for _, p := range []struct {
		digest, text string
		page         int
	}{{"a", "một", 1}, {"a", "hai cũ", 2}, {"a", "hai", 2}, {"b", "khác", 1}} {
		if err := s.PutScanPage(t.Context(), p.digest, p.page, p.text); err != nil {
			t.Fatal(err)
		}
	}
	for digest, want := range map[string]map[int]string{"a": {1: "một", 2: "hai"}, "c": {}} {
		got, err := s.ScanPages(t.Context(), digest)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); err != nil || diff != "" {
			t.Errorf("pages of %s: %v (-want +got):\n%s", digest, err, diff)
		}
	}
}
