//go:build race

package main

// raceMemory is what a reading process may hold where the race detector keeps
// its books beside it.
const raceMemory = 4 << 30
