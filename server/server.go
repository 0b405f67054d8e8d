// Package server shows the archive: pages for people, JSON, CSV and feeds for
// programs.
//
// It is separate so that it can be given anything that answers a query and
// holds records: it knows neither the search engine nor how papers are read.
// What it shows is made for the public, so contact details are masked and the
// words of exempt items withheld here, in one place, whatever is asked.
package server
