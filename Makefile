# make test     everything a change must pass; sets up what the tests need
# make check    formatting, vet and staticcheck alone
# make fuzz     every fuzz target for FUZZTIME each (default 60s)
# make bench    search and indexing beside SQLite FTS5
# make read-bench  reading known and real papers beside other readers: testdata/reading.md
# make hostile  reading papers that are broken or made to break readers: the same report
# make eval     what is read, scored against papers read by hand
# make build    the binary, static, as ./moothall

GO        ?= go
FUZZTIME  ?= 60s
SHELL     := /bin/bash

.PHONY: build test setup check unit fuzz fuzz-briefly bench read-bench hostile eval

build:
	CGO_ENABLED=0 $(GO) build -trimpath -o moothall ./cmd/moothall

test: setup check unit fuzz-briefly

setup:
	@bash .ci/setup

check:
	@files=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$files" ]; then echo "gofmt would change:"; echo "$$files"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

unit:
	$(GO) test -race -timeout 14m ./...

fuzz-briefly:
	@$(MAKE) --no-print-directory fuzz FUZZTIME=2s

# Go fuzzes one target at a time, so each is named to it.
fuzz:
	@set -e; for pkg in $$(git grep -l '^func Fuzz' -- '*_test.go' | xargs -n1 dirname | sort -u); do \
	  for target in $$(grep -ho '^func Fuzz[A-Za-z0-9_]*' $$pkg/*_test.go | cut -c6-); do \
	    echo "fuzz $$pkg $$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 5x ./$$pkg | grep -vE '^fuzz: elapsed|^PASS|^ok' || test $${PIPESTATUS[0]} -eq 0; \
	  done; done

bench:
	$(GO) run ./index/bench

# Reads real papers beside other readers; needs pdftotext and mutool.
read-bench:
	$(GO) run ./ingest/extract/pdf/readbench -known ingest/extract/pdf/testdata -labels ingest/extract/pdf/readbench/testdata/labels.tsv -out testdata/reading.md ../shared/corpus/pdf

# Reads every hostile file, and 5,000 byte-flipped copies of good papers, each
# in a process of its own with limits; fails where one brings the reader down.
hostile:
	$(GO) run ./ingest/extract/pdf/readbench -out testdata/reading.md -hostile ../shared/corpus/hostile
	$(GO) run ./ingest/extract/pdf/readbench -out testdata/reading.md -flip 5000 ../shared/corpus/pdf

# Scores reading against labels: real papers first, then our own, of which the
# third in heldout.jsonl is for the score alone: nobody looks at its mistakes.
eval:
	@$(GO) run ./cmd/moothall eval ../shared/gold/dev.jsonl
	@for s in dev heldout; do $(GO) run ./cmd/moothall eval --totals --corpus testdata/labels/papers testdata/labels/$$s.jsonl; done
