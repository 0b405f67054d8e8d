package server

// A pager leads to the other pages of a list.
type pager struct {
	Prev, Next string
	Pages      []pageLink
}

// A pageLink is one page; without a number it stands for those left out.
type pageLink struct {
	Number  string
	Href    string
	Current bool
}

// newPager links the first and last page and those around this one. Only the
// first reach pages have an address. A list of one page has no pager.
func newPager(now, pages, reach int, href func(page int) string) *pager {
	if pages <= 1 || now < 1 {
		return nil
	}
	p := &pager{}
	if now > 1 {
		p.Prev = href(now - 1)
	}
	if now < reach {
		p.Next = href(now + 1)
	}
	left := 0
	for n := 1; n <= reach; n++ {
		if n != 1 && n != reach && (n < now-2 || n > now+2) {
			continue
		}
		if n > left+1 {
			p.Pages = append(p.Pages, pageLink{})
		}
		p.Pages = append(p.Pages, pageLink{thousands(n), href(n), n == now})
		left = n
	}
	return p
}
