package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
)

// A frame is what every page has around its own contents.
type frame struct {
	Title      string // of the window, without the service's name
	Canonical  string // the address under which the page should be known; "" for this one
	Alternates []alternate
	NoIndex    bool // search engines should leave it out
	Body       any

	// Set by render.
	Service string
	Here    string // which part of the navigation this is
	Nav     []navLink
	Base    string
}

// An alternate is the same thing in another form.
type alternate struct{ Media, Title, Href string }

// A navLink is one entry of the navigation.
type navLink struct {
	Href, Label string
	Here        bool
}

// navigation is what stands on top of every page.
var navigation = []navLink{
	{Href: "/search", Label: "Search"},
	{Href: "/meetings", Label: "Meetings"},
	{Href: "/remedies", Label: "Remedies"},
	{Href: "/help", Label: "Help"},
	{Href: "/api", Label: "API"},
}

// templates are the pages by file name, each complete with its layout.
type templates map[string]*template.Template

// shared are the templates that every page is made with: what stands around
// it, and the parts that several have.
var shared = []string{"templates/layout.html", "templates/parts.html"}

// readTemplates reads every page of templates/.
func readTemplates(files fs.FS, a assets) (templates, error) {
	names, err := fs.Glob(files, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("server: templates: %w", err)
	}
	out := templates{}
	funcs := template.FuncMap{"asset": a.address}
	for _, n := range names {
		if slices.Contains(shared, n) {
			continue
		}
		t, err := template.New("layout.html").Funcs(funcs).Option("missingkey=error").ParseFS(files, append(slices.Clone(shared), n)...)
		if err != nil {
			return nil, fmt.Errorf("server: template %s: %w", n, err)
		}
		out[path.Base(n)] = t
	}
	if len(out) == 0 {
		return nil, errors.New("server: no templates")
	}
	return out, nil
}

// render makes a page in memory, so that a template that fails sends nothing.
func (s *Server) render(r *http.Request, name string, p frame) (view, error) {
	t, ok := s.templates[name]
	if !ok {
		return view{}, fmt.Errorf("server: no template %s", name)
	}
	p.Service = s.name
	p.Base = s.origin(r)
	for _, n := range navigation {
		n.Here = r.URL.Path == n.Href || strings.HasPrefix(r.URL.Path, n.Href+"/")
		p.Nav = append(p.Nav, n)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, p); err != nil {
		return view{}, fmt.Errorf("server: %s: %w", name, err)
	}
	v := view{media: "text/html; charset=utf-8", body: b.Bytes()}
	v = v.with("Link", `</api/openapi.json>; rel="service-desc"`)
	if p.NoIndex {
		v = v.with("X-Robots-Tag", "noindex")
	}
	return v, nil
}

// jsonView is an answer for a program.
func jsonView(a any) (view, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // nosniff and the media type keep it from being read as a page
	if err := e.Encode(a); err != nil {
		return view{}, fmt.Errorf("server: %w", err)
	}
	return view{media: "application/json", body: b.Bytes()}, nil
}

// redirect sends the reader on.
func redirect(to string) (view, error) {
	return view{status: http.StatusSeeOther}.with("Location", to), nil
}

// origin is the address of the server as people reach it.
func (s *Server) origin(r *http.Request) string {
	if s.base != "" {
		return s.base
	}
	host := r.Host
	if host == "" || strings.Trim(strings.ToLower(host), "abcdefghijklmnopqrstuvwxyz0123456789-.:[]") != "" {
		host = "localhost"
	}
	if r.TLS != nil {
		return "https://" + host
	}
	return "http://" + host
}

// assets are the files of css/ and js/ by path, with the digest that makes
// their address new whenever they change.
type assets map[string]asset

type asset struct {
	body    []byte
	media   string
	version string
}

var assetMedia = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
}

func readAssets(files fs.FS) (assets, error) {
	out := assets{}
	for _, dir := range []string{"css", "js"} {
		err := fs.WalkDir(files, dir, func(name string, d fs.DirEntry, err error) error {
			media, known := assetMedia[path.Ext(name)]
			if err != nil || d.IsDir() || !known {
				return err
			}
			b, err := fs.ReadFile(files, name)
			sum := sha256.Sum256(b)
			out[name] = asset{b, media, hex.EncodeToString(sum[:6])}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("server: %s: %w", dir, err)
		}
	}
	return out, nil
}

// address is where a page finds an asset.
func (a assets) address(name string) (string, error) {
	f, ok := a[name]
	if !ok {
		return "", fmt.Errorf("server: no asset %s", name)
	}
	return "/static/" + name + "?v=" + f.version, nil
}

// static serves an asset; for ever under the address that pages use.
func (s *Server) static(r *http.Request) (view, error) {
	f, ok := s.assets[r.PathValue("file")]
	if !ok {
		return view{}, errNoPage
	}
	v := view{media: f.media, body: f.body}
	if r.URL.Query().Get("v") == f.version {
		v = v.with("Cache-Control", "public, max-age=31536000, immutable")
	}
	return v, nil
}

func (s *Server) favicon(*http.Request) (view, error) {
	f, ok := s.assets["css/sign.svg"]
	if !ok {
		return view{}, errNoPage
	}
	return view{media: f.media, body: f.body}.with("Cache-Control", "public, max-age=86400"), nil
}
