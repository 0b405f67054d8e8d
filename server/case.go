package server

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"moothall/archive"
)

// caseSchemes are the schemes a case's reference may belong to. A reference of
// nine digits does not say which: the Housing Ombudsman's, Scotland's and
// Wales's have the same shape.
var caseSchemes = []string{"lgsco", "housing_ombudsman", "spso", "psow"}

// decisionOn is the decision on the case that ref names, or an error that
// wraps archive.ErrNotFound.
func (s *Server) decisionOn(ctx context.Context, ref string) (archive.Record, error) {
	for _, scheme := range caseSchemes {
		rec, err := s.catalogue.Record(ctx, archive.FindingID(scheme, ref))
		if !errors.Is(err, archive.ErrNotFound) {
			return rec, err
		}
	}
	return nil, fmt.Errorf("server: the decision on %s: %w", ref, archive.ErrNotFound)
}

// isDecisionOn reports whether id is that of the decision on the case ref.
func isDecisionOn(id archive.ID, ref string) bool {
	return slices.ContainsFunc(caseSchemes, func(scheme string) bool { return archive.FindingID(scheme, ref) == id })
}
