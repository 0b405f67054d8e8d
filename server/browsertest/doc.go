// Package browsertest looks at the pages as people do: in a browser, on the
// sample archive of the demo command, served by the program itself.
//
// It is separate from package server because it needs more than Go: Chromium,
// and axe-core from npm (`npm ci` in this folder; `make test` does that).
// Where they are missing the tests are skipped with what to install, unless
// CI is set: then they fail.
//
// With MOOTHALL_SHOTS=DIR set, a picture of every page checked is left there.
package browsertest
