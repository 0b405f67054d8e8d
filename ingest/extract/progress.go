package extract

import "context"

// progressKey is the key of what WithProgress puts in a context.
type progressKey struct{}

// WithProgress gives a context in which a reader that takes long over each page
// tells how far it is: the page it begins, from 1, of how many. It tells from
// the goroutine that it was asked in.
func WithProgress(ctx context.Context, tell func(page, pages int)) context.Context {
	return context.WithValue(ctx, progressKey{}, tell)
}

// Tell says how far a reader is to whoever wants to know.
func Tell(ctx context.Context, page, pages int) {
	if tell, ok := ctx.Value(progressKey{}).(func(page, pages int)); ok {
		tell(page, pages)
	}
}
