package main

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"moothall/index"
)

func TestTmp(t *testing.T) {
	g := newGenerator()
	n := 10000
	var text int64
	for i := range n {
		h := g.record(i).About()
		text += int64(len(h.Text) + len(h.Title))
	}
	dir := t.TempDir()
	c0 := cpuTime()
	ix, err := index.Open(dir, index.Config{Source: source{g, n}})
	if err != nil {
		t.Fatal(err)
	}
	if err := ix.CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	fmt.Println("cpu", cpuTime()-c0)
	time.Sleep(2 * time.Second)
	ix.Close()
	fmt.Println(float64(size(dir))/float64(text), os.Getenv("DROP"))
}
