package lgsco

import (
	"moothall/archive"
	"moothall/ingest/parse"
)

func isHousing(p *paper) bool                               { return false }
func isSPSO(p *paper) bool                                  { return false }
func isPSOW(p *paper) bool                                  { return false }
func (p *paper) housing() ([]archive.Record, []parse.Place) { return nil, p.places }
func (p *paper) spso() ([]archive.Record, []parse.Place)    { return nil, p.places }
func (p *paper) psow() ([]archive.Record, []parse.Place)    { return nil, p.places }
