package quality

import "strings"

// common words, of three letters and more, of English and Welsh papers: a
// page of any subject in either has one in ten words from here, letters put in
// each other's place next to none. They are asked only where the pairs leave a
// doubt.
var frequent = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(frequentWords) {
		m[w] = true
	}
	return m
}()

const frequentWords = `
the and for that this with was were has have had not are but from they their them which will would been being its his her she who
all any can may our out one two three four five six per also more most other than then there these those what when where whether
into over under upon about after before between during through within without against because both each such some only should could
shall must very same new old first second third last next year years month months day days week time date number page part total
council councils councillor councillors county district parish town city borough committee cabinet meeting meetings minutes agenda
item items report reports member members chairman chair clerk officer officers director service services public local authority
government planning application applications site road street house housing care children education school schools health social
adult budget cost costs fund funding finance financial income expenditure net gross reserve reserves grant grants tax rate payment
decision decisions resolved agreed noted approved received considered proposed seconded present apologies declarations interest
interests recommendation recommendations policy plan plans strategy review risk performance community development environment
transport work works staff need needs support information data access make made use used set out january february march april may
june july august september october november december monday tuesday wednesday thursday friday
mae yng gan ddim ein eich hyn hon hwn oedd wedi bod yna ond neu hefyd dros drwy heb ger rhwng gyda fel pan sydd nid cyngor cyfarfod
pwyllgor sir aelod aelodau adroddiad cofnodion gwasanaeth gwasanaethau swyddog cynnig cyhoeddus iechyd addysg tai blwyddyn
`
