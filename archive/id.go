package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"
)

// An ID names a record for good. It is made from what the record is: the
// publisher, the date, the body and the item number, or an Ombudsman's
// reference; never from a counter or a clock. It is safe in a URL path: lower
// case letters, digits, '-' and '/' between its parts.
type ID string

// Kind says which sort of record an ID names.
type Kind string

// The kinds of record.
const (
	KindItem    Kind = "item"
	KindReport  Kind = "report"
	KindFinding Kind = "finding"
	KindPage    Kind = "page"
)

// Kinds lists every kind, in the order in which people are shown them.
var Kinds = []Kind{KindItem, KindFinding, KindReport, KindPage}

// Digest is the SHA-256 of a document's bytes as 64 lower-case hexadecimal
// digits.
type Digest string

// DigestOf is the digest of a document's bytes.
func DigestOf(b []byte) Digest {
	sum := sha256.Sum256(b)
	return Digest(hex.EncodeToString(sum[:]))
}

// Short is the first twelve digits: enough to tell documents apart in an
// address a person may read.
func (d Digest) Short() string {
	if len(d) > 12 {
		return string(d[:12])
	}
	return string(d)
}

// Slug turns a name into the form it has in addresses: lower case, letters
// and digits kept, accents dropped from Latin letters, '&' read as "and",
// apostrophes dropped, everything else a single '-'. A name with nothing to
// keep gives "".
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ReplaceAll(strings.ToLower(name), "&", " and ") {
		if r == '\'' || r == '’' || r == '‘' {
			continue
		}
		if plain, ok := unaccented[r]; ok {
			r = plain
		}
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	return b.String()
}

var unaccented = map[rune]rune{
	'à': 'a', 'á': 'a', 'â': 'a', 'ä': 'a', 'ã': 'a', 'å': 'a', 'ç': 'c', 'è': 'e', 'é': 'e', 'ê': 'e', 'ë': 'e',
	'ì': 'i', 'í': 'i', 'î': 'i', 'ï': 'i', 'ñ': 'n', 'ò': 'o', 'ó': 'o', 'ô': 'o', 'ö': 'o', 'õ': 'o',
	'ù': 'u', 'ú': 'u', 'û': 'u', 'ü': 'u', 'ŵ': 'w', 'ŷ': 'y', 'ý': 'y', 'ÿ': 'y',
}

// councilWords are the words of a council's style that do not tell two
// councils of one place apart in practice. "Parish", "Town" and "Community"
// do, and stay.
var councilWords = map[string]bool{
	"council": true, "county": true, "city": true, "borough": true, "district": true,
	"metropolitan": true, "london": true, "royal": true, "of": true, "the": true, "and": false,
	"corporation": true, "unitary": true, "authority": true,
}

// CouncilSlug is a council's part of an ID: "Medway Council" is "medway",
// "London Borough of Barnet" is "barnet", "Burton-cum-Walden Parish Council"
// is "burton-cum-walden-parish". A name made of style words alone keeps them.
func CouncilSlug(name string) string {
	slug := Slug(name)
	var keep []string
	for _, w := range strings.Split(slug, "-") {
		if !councilWords[w] {
			keep = append(keep, w)
		}
	}
	if len(keep) == 0 {
		return slug
	}
	return strings.Join(keep, "-")
}

// ItemID names one agenda item at one meeting: "medway/2021-07-22/council/183".
// Where the council is not known the digest of the paper stands in its place,
// so that two councils' items never meet under one ID. An item without a
// number is named by its title.
func ItemID(council string, date Date, committee, number, title string, from Digest) ID {
	last := Slug(number)
	if last == "" {
		last = clip(Slug(title), 60)
	}
	if last == "" {
		last = "item"
	}
	return ID(string(MeetingID(council, date, committee, from)) + "/" + last)
}

// MeetingID names one meeting of one body: "medway/2021-07-22/council".
func MeetingID(council string, date Date, committee string, from Digest) ID {
	owner := CouncilSlug(council)
	if owner == "" {
		owner = "paper-" + from.Short()
	}
	body := Slug(committee)
	if body == "" {
		body = "meeting"
	}
	return ID(owner + "/" + orUndated(date) + "/" + body)
}

// ReportID names an officer's report: its council, the meeting's date, the
// body it goes to and its title.
func ReportID(council string, date Date, committee, title string, from Digest) ID {
	name := clip(Slug(title), 60)
	if name == "" {
		name = from.Short()
	}
	return ID(string(MeetingID(council, date, committee, from)) + "/report-" + name)
}

// FindingID names an Ombudsman's decision by the scheme and the reference:
// FindingID("lgsco", "21 003 456") is "lgsco/21-003-456".
func FindingID(ombudsman, reference string) ID {
	return ID(Slug(ombudsman) + "/" + Slug(reference))
}

// PageID names one page of one document.
func PageID(from Digest, page int) ID {
	return ID("paper/" + from.Short() + "/" + strconv.Itoa(page))
}

func orUndated(d Date) string {
	if d == "" {
		return "undated"
	}
	return string(d)
}

// clip cuts a slug at the last whole word within n bytes.
func clip(slug string, n int) string {
	if len(slug) <= n {
		return slug
	}
	cut := strings.LastIndexByte(slug[:n+1], '-')
	if cut <= 0 {
		cut = n
	}
	return slug[:cut]
}
