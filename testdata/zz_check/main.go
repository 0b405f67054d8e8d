package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"moothall/archive"
	"moothall/ingest"
	"moothall/ingest/classify"
	"moothall/ingest/extract"
	"moothall/testdata"
	"io/fs"
)

type local struct{}

func (local) Read(_ context.Context, media string, raw []byte) (extract.Paper, error) { return readPaper(media, raw) }

func main() {
	var list []struct {
		File, URL, Council string
		Retrieved          time.Time
	}
	b, _ := fs.ReadFile(testdata.Demo(), "manifest.json")
	json.Unmarshal(b, &list)
	r := ingest.Reader{Extract: local{}, Parsers: parsers, Classify: classify.Record, Version: "x"}
	for _, p := range list {
		if len(os.Args) > 1 && os.Args[1] != p.File {
			continue
		}
		b, _ := fs.ReadFile(testdata.Demo(), "papers/"+p.File)
		sum := sha256.Sum256(b)
		rd, err := r.Read(context.Background(), archive.Raw{Bytes: b, Name: p.File, URL: p.URL, Council: p.Council, Retrieved: p.Retrieved}, archive.Digest(hex.EncodeToString(sum[:])))
		fmt.Printf("== %s %s %v skip=%q unread=%q\n", p.File, rd.Entry.Format, err, rd.Skip, rd.Entry.Unread)
		for _, d := range rd.Doubts {
			fmt.Printf("   ?? %+v\n", d)
		}
		for _, rec := range rd.Entry.Records {
			if len(os.Args) > 1 {
				j, _ := json.MarshalIndent(rec, "", " ")
				fmt.Println(string(j))
				continue
			}
			j, _ := json.Marshal(rec)
			var m map[string]any
			json.Unmarshal(j, &m)
			fmt.Printf("   %s | %.60s | %v %v | %v | out=%v rem=%v ex=%v cases=%v refs=%v\n", m["id"], m["title"], m["committee"], m["meeting_date"], m["services"], m["outcome"], n(m["remedies"]), n(m["exchanges"]), m["case_refs"], n(m["meeting_refs"]))
		}
	}
}

func n(v any) int {
	if a, ok := v.([]any); ok {
		return len(a)
	}
	return 0
}
