package main

import "moothall/archive"

// printed is a record as a command prints it: its text as published, and the
// telephone numbers and e-mail addresses among its running lines and contact
// lines masked. The catalogue and the index keep those whole.
func printed(r archive.Record) archive.Record {
	if r.About().Furniture == "" {
		return r
	}
	switch r := r.(type) {
	case *archive.Item:
		c := *r
		return masked(&c)
	case *archive.Report:
		c := *r
		return masked(&c)
	case *archive.Finding:
		c := *r
		return masked(&c)
	case *archive.Page:
		c := *r
		return masked(&c)
	}
	return r
}

func masked(r archive.Record) archive.Record {
	h := r.About()
	h.Furniture = archive.MaskContacts(h.Furniture)
	return r
}
