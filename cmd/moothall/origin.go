package main

import (
	"flag"
	"fmt"
	"io"
	"iter"
	"net/url"
	"path/filepath"
	"strings"

	"moothall/archive"
	"moothall/ingest/source"
)

// An origin is what a person says of the papers they hand in.
type origin struct {
	council string
	url     string
}

func originFlags(fs *flag.FlagSet) *origin {
	o := new(origin)
	fs.StringVar(&o.council, "council", "", "the council whose papers these are, where they do not say so themselves")
	fs.StringVar(&o.url, "url", "", "where the file is published; of a folder, the address its files' names are added to")
	return o
}

// check says what is wrong with what was said, in words for whoever typed it.
func (o *origin) check() error {
	if o.url == "" {
		return nil
	}
	u, err := url.Parse(o.url)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("--url takes an address that begins with http:// or https://, not %q", o.url)
	}
	return nil
}

// documents are the documents under the paths, each with what is said of it.
func (o *origin) documents(paths []string, stdin io.Reader, lim source.Limits) iter.Seq2[archive.Raw, error] {
	return func(yield func(archive.Raw, error) bool) {
		for raw, err := range source.Paths(paths, stdin, lim) {
			raw.Council = o.council
			raw.URL = o.address(raw.Name, paths)
			if !yield(raw, err) {
				return
			}
		}
	}
}

// address is where the document called name is published: at the address given
// where that is one document's, else below it. A single path that is the
// document itself is at the address as it is, unless that ends in a slash.
func (o *origin) address(name string, paths []string) string {
	if o.url == "" {
		return ""
	}
	if len(paths) == 1 && (paths[0] == name || paths[0] == "-") && !strings.HasSuffix(o.url, "/") {
		return o.url
	}
	below := filepath.Base(name)
	for _, p := range paths {
		if rel, err := filepath.Rel(p, name); err == nil && rel != "." && !strings.HasPrefix(rel, "..") {
			below = rel
		}
		if rest, ok := strings.CutPrefix(name, p+"!"); ok {
			below = rest
		}
	}
	below = strings.ReplaceAll(filepath.ToSlash(below), "!", "/")
	return strings.TrimSuffix(o.url, "/") + "/" + (&url.URL{Path: below}).EscapedPath()
}
