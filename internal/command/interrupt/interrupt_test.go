package interrupt_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"

	"tracuu/internal/command/interrupt"
)

const asProgram = "TRACUU_TEST_INTERRUPTED"

// TestMain is also a program that hears one signal and then will not end.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) == "" {
		os.Exit(m.Run())
	}
	ctx, _ := interrupt.Context()
	fmt.Println("runs")
	<-ctx.Done()
	fmt.Println("stops")
	time.Sleep(time.Minute)
}

func TestTheSecondSignalEndsAtOnce(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signal can be sent to another process on Windows")
	}
	program := exec.CommandContext(t.Context(), os.Args[0])
	program.Env = append(os.Environ(), asProgram+"=1")
	out, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewScanner(out)
	for _, want := range []string{"runs", "stops"} {
		if !said.Scan() || said.Text() != want {
			t.Fatalf("said %q, not %q", said.Text(), want)
		}
		// The way back to the system's handling takes a moment after "stops".
		time.Sleep(100 * time.Millisecond)
		if err := program.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
	}
	start := time.Now()
	if err := program.Wait(); err == nil || time.Since(start) > 30*time.Second {
		t.Errorf("it ended with %v after %v", err, time.Since(start))
	}
}
