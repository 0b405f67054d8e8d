package content

import "strings"

// standardWidth is a character's width in one of the fonts a PDF may use
// without carrying it, in text space. Italics are as wide as upright type, or
// nearly; other fonts are taken for the standard one they resemble.
func standardWidth(font string, r rune) float64 {
	n := strings.ToLower(font)
	table := &helvetica
	switch {
	case strings.Contains(n, "courier") || strings.Contains(n, "mono"):
		return 0.6
	case strings.Contains(n, "times") || strings.Contains(n, "serif") && !strings.Contains(n, "sans"):
		table = &times
		if bold(font) {
			table = &timesBold
		}
	case bold(font):
		table = &helveticaBold
	case strings.Contains(n, "dingbats"):
		return 0.788
	}
	if r >= 32 && r < 127 {
		return float64(table[r-32]) / 1000
	}
	switch r {
	case '‘', '’':
		return float64(table['\''-32]) / 1000
	case '•', '·':
		return 0.35
	case '–':
		return 0.556
	case '—', '…', '™':
		return 1
	}
	if plain, ok := lettersUnder[r]; ok {
		return float64(table[plain-32]) / 1000
	}
	return 0.556
}

// lettersUnder are accented letters as wide as the letter under the accent.
var lettersUnder = func() map[rune]byte {
	m := map[rune]byte{}
	for plain, all := range map[byte]string{
		'a': "àáâãäå", 'e': "èéêë", 'o': "òóôõöø", 'u': "ùúûü", 'y': "ýÿ", 'n': "ñ", 'c': "ç", 'i': "ìíîï",
		'A': "ÀÁÂÃÄÅ", 'E': "ÈÉÊË", 'O': "ÒÓÔÕÖØ", 'U': "ÙÚÛÜ", 'Y': "ÝŸ", 'N': "Ñ", 'C': "Ç", 'I': "ÌÍÎÏ",
	} {
		for _, r := range all {
			m[r] = plain
		}
	}
	return m
}()

// Widths of the characters 32 to 126, in thousandths.
var (
	helvetica = [95]uint16{
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
		1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
		333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
		556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
	}
	helveticaBold = [95]uint16{
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
		975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
		333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
		611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
	}
	times = [95]uint16{
		250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
		921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
		556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
		333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
		500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
	}
	timesBold = [95]uint16{
		250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
		930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
		611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
		333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
		556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
	}
)
