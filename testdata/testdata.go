// Package testdata carries the sample archive: the papers of three invented
// councils and of an Ombudsman, as they would be published. The demo command
// shows it, the browser tests walk through it, and the ranking questions
// (questions.tsv) are asked of it.
//
// It is a package only so that the papers can be embedded in the binary. How
// they are made from their sources is in demo/make.sh.
package testdata

import (
	"embed"
	"io/fs"
)

//go:embed demo/manifest.json all:demo/papers
var files embed.FS

//go:embed questions.tsv
var questions []byte

// Questions gives what people ask of the sample archive, a line each: the
// question, a tab, the ID of the record that answers it. Lines that begin
// with "#" are remarks.
func Questions() []byte { return questions }

// Demo gives the sample archive: manifest.json, which says where and when
// each paper was published, and the papers themselves below papers/.
func Demo() fs.FS {
	sub, err := fs.Sub(files, "demo")
	if err != nil {
		panic(err) // only an invalid path: a mistake in this file
	}
	return sub
}
