// Package static holds the files that pages are made of: templates, style
// sheets and scripts. They are inside the binary, so that one file is the
// whole service, and apart from package server, so that a deployment may give
// it others.
package static

import "embed"

// Files has templates/, css/ and js/.
//
//go:embed templates css js
var Files embed.FS
