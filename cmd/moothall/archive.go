package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"moothall/archive/catalogue"
	"moothall/archive/vault"
)

// A store is an open archive folder:
//
//	vault/         the published bytes
//	catalogue.db   what was read from them (and catalogue.db-wal, -shm beside it)
//	index/         made from the catalogue, and can be made anew
//	pictures/      of pages that somebody looked at, up to a bound; can go at any time
type store struct {
	dir       string
	vault     *vault.Vault
	catalogue *catalogue.Catalogue
}

// openStore opens the archive in dir, which must hold one.
func openStore(dir string) (*store, error) {
	_, err := os.Stat(filepath.Join(dir, catalogueFile))
	if errors.Is(err, fs.ErrNotExist) {
		if holdsPapers(dir) {
			return nil, fmt.Errorf("%s is gone, the papers in %s are not: put a backup of it in its place, or `moothall rebuild --reparse` reads them again",
				filepath.Join(dir, catalogueFile), filepath.Join(dir, vaultDir))
		}
		return nil, fmt.Errorf("there is no archive in %s; `moothall ingest` makes one, --data names another folder", dir)
	}
	if err != nil {
		return nil, err
	}
	return makeStore(dir)
}

// makeStore opens the archive in dir and makes it where there is none.
func makeStore(dir string) (*store, error) {
	v, err := vault.Open(filepath.Join(dir, vaultDir))
	if err != nil {
		return nil, err
	}
	c, err := catalogue.Open(filepath.Join(dir, catalogueFile))
	if err != nil {
		return nil, err
	}
	return &store{dir, v, c}, nil
}

// holdsPapers reports whether anything is in the vault of the archive in dir.
func holdsPapers(dir string) bool {
	kept, _ := filepath.Glob(filepath.Join(dir, vaultDir, "??", "*"))
	return len(kept) > 0
}

const (
	catalogueFile = "catalogue.db"
	vaultDir      = "vault"
)

// indexDir is where the index lies.
func (s *store) indexDir() string { return filepath.Join(s.dir, "index") }

// Close closes the archive.
func (s *store) Close() error { return s.catalogue.Close() }
