package browsertest

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// need skips a test that cannot run here, and fails it in CI.
func need(t *testing.T, what, how string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is missing: %s", what, how)
	}
	t.Skipf("%s is missing: %s", what, how)
}

// A site is the demo being served.
type site struct {
	url string
	cmd *exec.Cmd
}

var demo struct {
	once sync.Once
	site site
	err  error
	dir  string

	binary string
}

func TestMain(m *testing.M) {
	code := m.Run()
	if c := demo.site.cmd; c != nil {
		c.Process.Signal(os.Interrupt)
		c.Wait()
	}
	if demo.dir != "" {
		os.RemoveAll(demo.dir)
	}
	os.Exit(code)
}

// served is the address of the demo, started by the first test that asks.
func served(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("building the program and loading its sample archive takes too long for -short")
	}
	demo.once.Do(func() { demo.site, demo.err = startDemo() })
	if demo.err != nil {
		t.Fatal(demo.err)
	}
	return demo.site.url
}

// startDemo builds the program and runs its demo on a free port.
func startDemo() (site, error) {
	dir, err := os.MkdirTemp("", "moothall-browsertest-")
	if err != nil {
		return site{}, err
	}
	demo.dir = dir
	if err := lookAtSources(); err != nil {
		return site{}, err
	}
	binary := filepath.Join(dir, "moothall")
	if out, err := exec.Command("go", "build", "-o", binary, "moothall/cmd/moothall").CombinedOutput(); err != nil {
		return site{}, fmt.Errorf("go build: %w\n%s", err, out)
	}
	demo.binary = binary
	return start(binary, "demo", "--addr", "127.0.0.1:0")
}

// start runs the program and waits until it says where it answers.
func start(binary string, args ...string) (site, error) {
	cmd := exec.Command(binary, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	var log strings.Builder
	cmd.Stderr = &log
	out, err := cmd.StdoutPipe()
	if err != nil {
		return site{}, err
	}
	if err := cmd.Start(); err != nil {
		return site{}, err
	}
	lines := bufio.NewScanner(out)
	address := regexp.MustCompile(`http://\S+`)
	for lines.Scan() {
		if u := address.FindString(lines.Text()); u != "" {
			go func() {
				for lines.Scan() { // so that it never waits for us
				}
			}()
			return site{strings.TrimSuffix(u, "/"), cmd}, nil
		}
	}
	err = cmd.Wait()
	return site{}, fmt.Errorf("%s ended before it gave an address: %v\n%s", args[0], err, log.String())
}

// lookAtSources looks at every file the program is made of, so that go test,
// which remembers what a test has looked at, runs these again when one changes.
func lookAtSources() error {
	return filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "node_modules" || strings.HasPrefix(name, ".") && name != ".." {
				return fs.SkipDir
			}
			return nil
		}
		_, err = os.Stat(path)
		return err
	})
}

// browser opens a tab in a Chromium of its own. What it does must be done
// within the deadline.
func browser(t *testing.T, deadline time.Duration) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		need(t, "Chromium", "install Debian's chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("lang", "en-GB"),
		// A page kept in memory comes back without the events that are waited for.
		chromedp.Flag("disable-back-forward-cache", true), chromedp.WSURLReadTimeout(60*time.Second),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	do(t, ctx, "start Chromium") // with this context, since the browser lives as long as it does
	ctx, cancel = context.WithTimeout(ctx, deadline)
	t.Cleanup(cancel)
	return ctx
}

// do takes steps in the browser, or ends the test.
func do(t *testing.T, ctx context.Context, what string, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// read evaluates an expression in the page, also where the page's own scripts
// are off.
func read[T any](t *testing.T, ctx context.Context, expression string, opts ...chromedp.EvaluateOption) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, opts...))
	if err != nil {
		t.Fatalf("%.200s: %v", expression, err)
	}
	return v
}

// found is an answer of the search API, as far as the tests look at it.
type found struct {
	Total int `json:"total"`
	Hits  []struct {
		Kind, URL, Title string
		Source           struct{ SHA256 string }
	} `json:"hits"`
	Facets []struct {
		Name   string `json:"name"`
		Values []struct {
			Value string `json:"value"`
			Count int    `json:"count"`
		} `json:"values"`
	} `json:"facets"`
}

// ask asks the search API with a query string.
func ask(t *testing.T, base, query string) found {
	t.Helper()
	res, err := http.Get(base + "/api/v1/search?" + query)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var f found
	if err := json.NewDecoder(res.Body).Decode(&f); err != nil || res.StatusCode != 200 {
		t.Fatalf("%s: status %d, %v", query, res.StatusCode, err)
	}
	return f
}

// count is how many records have a value, among those found.
func (f found) count(facet, value string) (int, error) {
	for _, g := range f.Facets {
		for _, v := range g.Values {
			if g.Name == facet && v.Value == value {
				return v.Count, nil
			}
		}
	}
	return 0, errors.New("no " + value + " among the " + facet + " counts")
}
