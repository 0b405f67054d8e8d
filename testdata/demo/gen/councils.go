package main

import (
	"fmt"
	"time"
)

// A council is one publisher with its own hand.
type council struct {
	key, name, base string
	place           string // where its offices are
	bodies          map[string]*committee
}

// A committee is one body of a council.
type committee struct {
	cid  int
	name string
}

var councils = map[string]*council{
	"ambershire": {
		key: "ambershire", name: "Ambershire County Council", base: "https://democracy.ambershire.example/", place: "County Hall, Amberton",
		bodies: map[string]*committee{
			"council":  {112, "Council"},
			"cabinet":  {121, "Cabinet"},
			"audit":    {118, "Audit and Governance Committee"},
			"planning": {130, "Planning and Regulation Committee"},
			"children": {143, "Children and Education Scrutiny Committee"},
			"adults":   {145, "Adults and Health Scrutiny Committee"},
			"hwb":      {156, "Health and Wellbeing Board"},
		},
	},
	"westermouth": {
		key: "westermouth", name: "Westermouth Council", base: "https://westermouth.moderngov.example/", place: "Harbour House, Westermouth",
		bodies: map[string]*committee{
			"council":   {175, "Council"},
			"cabinet":   {115, "Cabinet"},
			"housing":   {434, "Housing and Communities Overview and Scrutiny Committee"},
			"children":  {436, "Children and Families Overview and Scrutiny Committee"},
			"audit":     {141, "Audit Committee"},
			"planning":  {149, "Planning Committee"},
			"licensing": {152, "Licensing Sub-Committee"},
			"hwb":       {460, "Health and Wellbeing Board"},
		},
	},
	"thornley": {
		key: "thornley", name: "Thornley District Council", base: "https://democracy.thornley.example/", place: "The Moot Hall, Thornley Market",
		bodies: map[string]*committee{
			"council":   {101, "Full Council"},
			"policy":    {104, "Policy and Resources Committee"},
			"planning":  {107, "Planning Committee"},
			"scrutiny":  {110, "Overview and Scrutiny Committee"},
			"licensing": {113, "Licensing Committee"},
			"panel":     {114, "Licensing Sub-Committee"},
			"audit":     {119, "Audit and Standards Committee"},
		},
	},
}

func ordinal(n int) string {
	switch {
	case n%100 >= 11 && n%100 <= 13:
		return fmt.Sprintf("%dth", n)
	case n%10 == 1:
		return fmt.Sprintf("%dst", n)
	case n%10 == 2:
		return fmt.Sprintf("%dnd", n)
	case n%10 == 3:
		return fmt.Sprintf("%drd", n)
	}
	return fmt.Sprintf("%dth", n)
}

// long is "Tuesday, 17 January 2023".
func long(t time.Time) string { return t.Format("Monday, 2 January 2006") }

// mgLong is the date in the hand of each council's ModernGov pages.
func mgLong(c *council, t time.Time) string {
	switch c.key {
	case "ambershire":
		return fmt.Sprintf("%s, %s %s, %d", t.Weekday(), ordinal(t.Day()), t.Month(), t.Year())
	case "westermouth":
		return fmt.Sprintf("%s, %s %s %d", t.Weekday(), ordinal(t.Day()), t.Month(), t.Year())
	}
	return fmt.Sprintf("%s %d %s %d", t.Weekday(), t.Day(), t.Month(), t.Year())
}

func slashed(t time.Time) string { return t.Format("02/01/2006") }
