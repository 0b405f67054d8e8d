// Command moothall keeps an archive of council papers that people can search.
//
// Each subcommand has a file of its own. A command writes its results to
// standard output and everything else to standard error, and exits 0 when it
// is done, 1 when it failed and 2 when it was misused.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"moothall/archive/catalogue"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitMisuse = 2
)

// stdio is a command's way to the outside.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

// A command is one subcommand. Run gives the exit code.
type command struct {
	name    string
	args    string // what follows the name in the usage line
	summary string
	run     func(ctx context.Context, c command, args []string, std stdio) int // c is the command itself
	hidden  bool
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run does what the arguments say. Tests call it.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	std := stdio{stdin, stdout, stderr}
	if len(args) == 0 {
		usage(stderr)
		return exitMisuse
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		usage(stdout)
		return exitDone
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(ctx, c, args[1:], std)
		}
	}
	return misuse(std, "no command %q; `moothall help` lists them", args[0])
}

func usage(w io.Writer) {
	fmt.Fprint(w, "Moothall keeps an archive of council papers that people can search.\n\nusage: moothall COMMAND [flags] [arguments]\n\n")
	for _, c := range commands() {
		if !c.hidden {
			fmt.Fprintf(w, "  %-8s %s\n", c.name, c.summary)
		}
	}
	fmt.Fprint(w, "\n`moothall COMMAND --help` says more of each. Exit codes: 0 done, 1 failed, 2 misused.\n")
}

// misuse says in one line what was wrong with the command line and how to put
// it right.
func misuse(std stdio, format string, a ...any) int {
	fmt.Fprintf(std.err, "moothall: "+format+"\n", a...)
	return exitMisuse
}

// failed says why a command could not do its work, and what to do where that
// is known.
func failed(std stdio, err error) int {
	line := err.Error()
	switch advice := catalogue.Advice(err); {
	case advice != "":
		line += ": " + advice
	case errors.Is(err, syscall.ENOSPC):
		line += ": make room on the disk and do it again; nothing that was kept before is lost"
	}
	fmt.Fprintf(std.err, "moothall: %s\n", line)
	return exitFailed
}

// newFlags is a flag set that reports mistakes in one line and prints its
// help on standard output when asked for it.
func newFlags(c command) *flag.FlagSet {
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	return fs
}

// parseFlags reads the command line; flags and arguments may be mixed. When
// done is true the command should return code at once.
func parseFlags(fs *flag.FlagSet, c command, args []string, std stdio) (rest []string, code int, done bool) {
	for {
		err := fs.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprintf(std.out, "usage: moothall %s [flags] %s\n\n%s.\n\n", c.name, c.args, c.summary)
			fs.SetOutput(std.out)
			fs.PrintDefaults()
			return nil, exitDone, true
		}
		if err != nil {
			return nil, misuse(std, "%s: %v; `moothall %s --help` lists the flags", c.name, err, c.name), true
		}
		if fs.NArg() == 0 {
			return rest, 0, false
		}
		// A lone "--" ends the flags: all that follows are arguments.
		if n := len(args) - fs.NArg(); n > 0 && args[n-1] == "--" {
			return append(rest, fs.Args()...), 0, false
		}
		rest = append(rest, fs.Arg(0))
		args = fs.Args()[1:]
	}
}

// dataFlag adds the --data flag that every command with an archive takes.
func dataFlag(fs *flag.FlagSet) *string {
	def := os.Getenv("MOOTHALL_DATA")
	if def == "" {
		def = "moothall-data"
	}
	return fs.String("data", def, "the archive's folder (or $MOOTHALL_DATA)")
}
