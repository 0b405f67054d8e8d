package lgsco

import (
	"regexp"
	"strconv"
	"strings"

	"moothall/archive"
	"moothall/ingest/numeral"
)

// total is the sum of the payments that the remedies state, or nil where they
// state none, or one that recurs and so has no total.
func total(remedies []archive.Remedy) *float64 {
	sum, any := 0.0, false
	for _, r := range remedies {
		n, recurring, ok := paid(r.Text)
		if recurring {
			return nil
		}
		if ok {
			sum, any = sum+n, true
		}
	}
	if !any {
		return nil
	}
	return &sum
}

// paid is what one remedy pays in all.
func paid(text string) (sum float64, recurring, ok bool) {
	if !pays.MatchString(text) || forgives.MatchString(text) && !handsOver.MatchString(text) {
		return 0, false, false
	}
	if upTo.MatchString(text) {
		return 0, true, false
	}
	if n, amount, ok := shared(text); ok {
		return n * amount, n == 0, true
	}
	if m := totalForm.FindStringSubmatch(text); m != nil {
		return pounds(first(m[1], m[2])), false, true
	}
	if bare := inBrackets.ReplaceAllString(text, ""); amountForm.MatchString(bare) {
		text = bare // "£500 (£100 for each month)"
	}
	whole := madeUp.MatchString(text)
	text = rate.ReplaceAllString(text, "")
	if recurs.MatchString(text) && !whole {
		return 0, true, false
	}
	rest := 0.0
	amounts := amountForm.FindAllStringSubmatch(text, -1)
	if len(amounts) == 0 {
		return 0, false, false
	}
	for _, a := range amounts[1:] {
		rest += pounds(a[1])
	}
	if n := pounds(amounts[0][1]); whole || n == rest {
		return n, false, true // "£500, made up of £300 and £200"
	}
	return pounds(amounts[0][1]) + rest, false, true
}

var (
	upTo       = regexp.MustCompile(`(?i)\bup to (?:a maximum of )?£`) // what it comes to is not known
	pays       = regexp.MustCompile(`(?i)\b(?:pay|pays|paid|payment|payments|refund|refunds|repay|repays|reimburse|compensat\w+)\b|£`)
	forgives   = regexp.MustCompile(`(?i)\b(?:waiv|cancel|write off|writes off|written off|withdraw|reduc|deduct)\w*`)
	handsOver  = regexp.MustCompile(`(?i)\b(?:pay|pays|refund|refunds|repay|repays|reimburses?)\b`)
	recurs     = regexp.MustCompile(`(?i)£[\d,.]+ (?:per|a|each|every|for each|for every) (?:\w+ )?(?:month|week|year|term|day)\b`)
	rate       = regexp.MustCompile(`(?i)\b(?:at|being) £[\d,.]+(?: (?:for|per|a|an|each|every)\b)?`) // "£3,900, at £1,300 for each of three terms"
	totalForm  = regexp.MustCompile(`(?i)\b(?:total(?:ling)?(?: of)?|totals|in all,?|which (?:is|makes|comes to)|making)\s+£([\d,]+(?:\.\d{2})?)|£([\d,]+(?:\.\d{2})?) (?:in (?:all|total)|altogether)\b`)
	amountForm = regexp.MustCompile(`£([\d,]+(?:\.\d{2})?)`)
	inBrackets = regexp.MustCompile(`\([^()]*\)`)
	madeUp     = regexp.MustCompile(`(?i)\b(?:made up of|made up as follows|compris(?:ing|es|ed of)|consist(?:ing|s) of|broken down|including)\b|£[\d,.]+,? (?:at|calculated (?:at|as)|being|based on|which is|that is|that being) `)
)

// shared reads a sum that each of several people is to have, or each of
// several bodies is to pay: "pay each of the three families £500", "pay £300
// each to Mr and Mrs X", "the Council and the Trust will each pay £500". people
// is 0 where their number is not said.
func shared(text string) (people, amount float64, ok bool) {
	sums := amountForm.FindAllStringSubmatch(text, -1)
	if len(sums) != 1 {
		return 0, 0, false
	}
	amount = pounds(sums[0][1])
	if m := eachOf.FindStringSubmatch(text); m != nil {
		if n := number(m[1]); n > 0 {
			return n, amount, true
		}
	}
	switch {
	case bothPay.MatchString(text):
		return 2, amount, true
	case eachPays.MatchString(text):
		return float64(1 + len(andThe.FindAllString(eachPays.FindString(text), -1))), amount, true
	case eachHas.MatchString(text) && !recurs.MatchString(text):
		return heads(text), amount, true
	}
	return 0, 0, false
}

// heads is how many people a text names: two in "Mr and Mrs X", "Mr X and Ms
// Y", "the couple", three in "the three children"; 0 where that is not said.
func heads(text string) float64 {
	if n := len(titles.FindAllString(text, -1)); n > 1 {
		return float64(n)
	}
	if m := counted.FindStringSubmatch(text); m != nil {
		return number(m[1])
	}
	if pair.MatchString(text) {
		return 2
	}
	return 0
}

func number(s string) float64 {
	if n, ok := numeral.Of(s); ok && n > 1 {
		return float64(n)
	}
	n, _ := strconv.ParseFloat(s, 64)
	return n
}

var (
	eachOf = regexp.MustCompile(`(?i)\b(?:to |pays? )?each of (?:the |these |those |our )?(\w+) (?:\w+ )?(?:families|complainants|people|children|households|residents|tenants|applicants|parents|carers|brothers|sisters)\b`)
	// eachPays is bodies of which each pays.
	eachPays = regexp.MustCompile(`(?i)\bthe [\w ]{2,40}? and the [\w ]{2,40}? (?:will |should |must |to |have agreed to )?(?:each|both) pay\b`)
	bothPay  = regexp.MustCompile(`(?i)\bboth (?:organisations|bodies|councils|authorities|parties) (?:will |should |must |to |have agreed to )?(?:each )?pay\b.*\beach\b`)
	andThe   = regexp.MustCompile(`(?i)\band the\b`)
	eachHas  = regexp.MustCompile(`(?i)£[\d,.]+ each\b|\bpays? (?:them |both |mr|each of (?:mr|mrs|ms|miss|them))[^£]{0,60}\b(?:each )?£[\d,.]+ each\b|\beach of (?:mrs?|ms|miss|mx|dr|them|you)\b`)
	titles   = regexp.MustCompile(`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b`)
	counted  = regexp.MustCompile(`(?i)\b(?:the|her|his|their|all) (two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:children|sons|daughters|sisters|brothers|siblings|people|families|residents|tenants|complainants|parents|carers)\b`)
	pair     = regexp.MustCompile(`(?i)\b(?:the couple|both (?:of them|parents|complainants|residents))\b`)
)

func pounds(s string) float64 {
	v, _ := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v
}
