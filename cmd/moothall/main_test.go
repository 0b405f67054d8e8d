package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// The tests are their own reading processes: a test binary that is started
// with this in its environment is moothall itself.
const actAsMoothall = "MOOTHALL_TEST_IS_MOOTHALL"

func TestMain(m *testing.M) {
	if of := os.Getenv(diesOf); of != "" {
		die(of)
		return
	}
	if os.Getenv(actAsMoothall) != "" {
		main()
		return
	}
	readerEnv, readerMemory = []string{actAsMoothall + "=1"}, raceMemory
	code := m.Run()
	if builtIn != "" {
		os.RemoveAll(builtIn)
	}
	os.Exit(code)
}

// moothall runs a command and gives what it printed.
func moothall(t testing.TB, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	return moothallFed(t, "", args...)
}

func moothallFed(t testing.TB, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &out, &err)
	return code, out.String(), err.String()
}

// must runs a command that has to succeed.
func must(t testing.TB, args ...string) string {
	t.Helper()
	code, out, err := moothall(t, args...)
	if code != exitDone {
		t.Fatalf("moothall %s: exit %d\n%s%s", strings.Join(args, " "), code, out, err)
	}
	return out
}
