package index

import (
	"context"
	"errors"
	"fmt"

	"moothall/archive"
)

// A Difference is a record on which index and catalogue do not agree.
type Difference struct {
	ID  archive.ID
	Why string // in words for a person
}

// Compare looks at every record of the source and of the index, and lists
// those that are missing, left over, or made from something else than the
// source holds. It is meant for an index that has caught up.
func (ix *Index) Compare(ctx context.Context) ([]Difference, error) {
	if ix.source == nil {
		return nil, errors.New("index: nothing to compare with")
	}
	v, err := ix.look()
	if err != nil {
		return nil, err
	}
	defer v.release()
	sums := make(map[archive.ID]string, v.docs)
	for _, s := range v.segments {
		it := s.live.Iterator()
		for it.HasNext() {
			d := it.Next()
			sum, err := s.sum(d)
			if err != nil {
				return nil, fmt.Errorf("index: comparing: %w", err)
			}
			if _, twice := sums[s.id(d)]; twice {
				return nil, fmt.Errorf("index: comparing: %s is held twice", s.id(d))
			}
			sums[s.id(d)] = sum
		}
	}
	var list []Difference
	after := uint64(0)
	for {
		changes, err := ix.source.Changes(ctx, after, batchRecords)
		if err != nil {
			return nil, fmt.Errorf("index: comparing: %w", err)
		}
		if len(changes) == 0 {
			break
		}
		for _, c := range changes {
			have, ok := sums[c.ID]
			delete(sums, c.ID)
			switch {
			case c.Record == nil && ok:
				list = append(list, Difference{c.ID, "is in the index and was removed from the catalogue"})
			case c.Record != nil && !ok:
				list = append(list, Difference{c.ID, "is in the catalogue and not in the index"})
			case c.Record != nil && have != string(sum(c.Record)):
				list = append(list, Difference{c.ID, "is not in the index as the catalogue holds it"})
			}
		}
		after = changes[len(changes)-1].Seq
	}
	for id := range sums {
		list = append(list, Difference{id, "is in the index and not in the catalogue"})
	}
	return list, nil
}
