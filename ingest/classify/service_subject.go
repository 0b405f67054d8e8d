package classify

import (
	"regexp"
	"strings"
)

// What a text is about is read from it without the names of offices, bodies and
// places, and without phrases in which a service's word means something else.

// A title of office names services without being about them: "Cabinet Member
// for Roads, Parks and Trading Companies", "Corporate Director Schools and
// Social Care".
var portfolio = regexp.MustCompile(`\b(?:(?:Deputy )?Cabinet (?:Member|Committee)|Portfolio Holder|Lead Member` +
	`|(?:Corporate |Interim |Assistant |Deputy |Executive )*Director|Head|Chief|Cabinet Lead` +
	`|Service Manager)\b(?: (?:of|for))?(?: (?:the|and|&|of|for)|,? [A-Z][\w’'-]*,?){0,10}`)

// A body's name does the same: "the Children and Young People Overview and
// Scrutiny Committee noted the report on housing".
var committeeName = regexp.MustCompile(`\b(?:[A-Z][\w’'-]*,? (?:(?:and|&|of|for) )?){1,9}(?:Committee|Panel|Board|Sub-Committee|Forum)\b`)

// Social care for children is not adults'.
var childrensCare = regexp.MustCompile(`(?i)\bchildren['’]?s[’']? social care\b`)

// Nor does the Ombudsman's name say what was complained of.
var ombudsmanName = regexp.MustCompile(`(?i)\b(?:local government (?:and|&) social care|housing) ombudsman(?:['’]s)?\b`)

// An education, health and care plan is education's.
var healthAndCare = regexp.MustCompile(`(?i)\beducation,? health,? and care\b`)

// otherPlanning is planning that is not town planning.
var otherPlanning = regexp.MustCompile(`(?i)\b(succession|community|financial|discharge|transition|care|family|spatial|recovery|scenario|winter|emergency|workforce` +
	`|business|budget|service|school place|pupil place|care|contingency|estate|event) planning\b`)

// abbreviated are words that mean a service in capitals only: to send a letter
// is no special educational need.
var abbreviated = regexp.MustCompile(`\bSEND?\b`)

// allCapitals is a title set in capitals, where "SEND" may be either.
func allCapitals(s string) bool { return s == strings.ToUpper(s) }

// otherSenses are phrases in which a service's word means something else.
var otherSenses = regexp.MustCompile(`(?i)\b(?:hedgehog )highways?\b` +
	`|\b(?:road ?maps?|down the road|superhighways?|bus(?:es)? in all but name|bank holidays?|river ?banks?|food ?banks?|bottle banks?` +
	`|data banks?|school of thought|green papers?|white papers?|parking (?:the|this|that) (?:matter|question|item|issue)` +
	`|car(?:e)?ful planning|housed in|rough estimates?|street names? only|learning lessons|lessons learn(?:ed|t)|duty of care` +
	`|standard of care|care must be taken|crossing (?:the|a) line|in (?:good|poor|better) health|financial health|health warning` +
	`|healthy debate|health and safety(?: at work)?|sports? commentator|family names?|school holidays?|child['’]?s play)\b`)

// sense replaces a phrase by what it is about, or by nothing.
func sense(phrase string) string {
	if strings.HasPrefix(strings.ToLower(phrase), "hedgehog") {
		return "hedgehog wildlife"
	}
	return " "
}

// placeNames are where a thing is, not what it is: land at Mill Road, the verge by
// Hill Primary School. In a text every such name; in a title one that tells
// where, for "Quarry Road" alone may well be about the road, though no quarry.
var (
	placeNames   = regexp.MustCompile(`\b(?:[A-Z][\w’'-]*[a-z] ){1,3}(Road|Rd|Lane|Street|Avenue|Close|Drive|Terrace|Quarry|Primary School|Wood|Hill|Mill)\b`)
	placeInTitle = regexp.MustCompile(`(?i)(\b(?:at|in|on|near|off|opposite|within|and|adjacent to|behind|rear of)|\d+[a-z]?` +
		`|,) (?:(?:the )?(?:[\w’'.]+ ){1,3}?(?:road|rd|lane|street|avenue|close|drive|terrace)|(?:the )?village(?: green)?)\b`)
)

// bySchool is where a school stands, which is about the road there.
var bySchool = regexp.MustCompile(`(?i)\b(outside|near|around|opposite|beside|past) (?:(?:the|our|all|every|each|village|primary|local|infant) )*schools?\b`)

// kindsOfRoad are no names: a bus lane is one thing, wherever it is.
var kindsOfRoad = regexp.MustCompile(`\b(?:High Street|(?:Bus|Cycle|Traffic) Lane|(?:Relief|Link|Ring|Trunk) Road)$`)

// kindOfPlace leaves of a place's name what kind of place it is.
func kindOfPlace(name string) string {
	if kindsOfRoad.MatchString(name) {
		return name
	}
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// noPlace leaves nothing of a place's name.
func noPlace(name string) string {
	if kindsOfRoad.MatchString(name) {
		return name
	}
	return " "
}

// passingBodies are bodies outside the council that papers on anything name.
var passingBodies = regexp.MustCompile(`(?i)\b(?:integrated care (?:board|partnership|system)s?|icbs?|clinical commissioning groups?` +
	`|nhs (?:england|foundation trust|trusts?)|foundation trusts?|national park authority|fire (?:and rescue )?authority` +
	`|police and crime (?:commissioner|panel)|schools?['’]? forum` +
	`|department (?:for|of) (?:education|health|transport|work and pensions|levelling up)[\w, ]{0,40}?|ministry of housing` +
	`|secretary of state for [\w ]{4,30}?)\b`)

// subjectTitle is a title without the Ombudsman's name; offices and bodies
// named in a title are what it is about.
func subjectTitle(s string) string {
	if !allCapitals(s) {
		s = abbreviated.ReplaceAllString(s, "special educational needs")
	}
	s = placeInTitle.ReplaceAllString(tidySubject(s), "$1 ")
	s = bySchool.ReplaceAllString(s, "$1")
	s = placeNames.ReplaceAllStringFunc(s, kindOfPlace)
	if !strings.Contains(strings.ToLower(s), "housing ombudsman") { // who looks into complaints of landlords alone
		s = ombudsmanName.ReplaceAllString(s, "ombudsman")
	}
	return childrensCare.ReplaceAllString(s, "children's services")
}

// subject is a text without titles of office and names of bodies.
func subject(s string) string {
	s = abbreviated.ReplaceAllString(s, "special educational needs")
	s = tidySubject(s)
	s = portfolio.ReplaceAllString(s, " ")
	low := strings.ToLower(s)
	if strings.Contains(low, "ombudsman") {
		s = ombudsmanName.ReplaceAllString(s, " ")
	}
	s = committeeName.ReplaceAllString(s, " ")
	if holdsAny(s, placeHints) {
		s = placeNames.ReplaceAllStringFunc(s, noPlace)
	}
	if holdsAny(low, bodyHints) {
		s = passingBodies.ReplaceAllString(s, " ")
	}
	if strings.Contains(low, "social care") {
		s = childrensCare.ReplaceAllString(s, "children's services")
	}
	return s
}

func tidySubject(s string) string {
	s = recycling.Replace(s)
	low := strings.ToLower(s)
	if strings.Contains(low, "planning") {
		s = otherPlanning.ReplaceAllString(s, "$1")
	}
	if holdsAny(low, senseHints) {
		s = otherSenses.ReplaceAllStringFunc(s, sense)
	}
	if strings.Contains(low, "and care") {
		s = healthAndCare.ReplaceAllString(s, "EHC")
	}
	return s
}

// Looking for a few plain words first spares a long debate most of the
// patterns, which cost a hundred times as much. Each pattern's every
// alternative holds one of its hints.
var (
	senseHints = []string{"hedgehog", "map", "down the road", "superhighway", "in all but name", "bank", "school of thought", "paper", "parking ", "ful planning", "housed in",
		"estimate", "names only", "lessons", "of care", "care must", "crossing", "health", "debate", "commentator", "family name", "play", "school holiday"}
	placeHints = []string{" Road", " Rd", " Lane", " Street", " Avenue", " Close", " Drive", " Terrace", " Quarry", " School", " Wood", " Hill", " Mill"}
	bodyHints  = []string{"integrated care", "icb", "commissioning", "nhs", "foundation trust", "park authority", "fire ", "police and crime", "schools", "department", "ministry", "secretary of state"}
)

func holdsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// recycling mends a word that clerks part.
var recycling = strings.NewReplacer("Re-Cycl", "Recycl", "RE-CYCL", "RECYCL", "Re-cycl", "Recycl", "re-cycl", "recycl")
