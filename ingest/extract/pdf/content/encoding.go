package content

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// The encodings a simple font may build on, by code; 0 is no character.
var (
	winAnsi  = fromCharmap(charmap.Windows1252)
	macRoman = fromCharmap(charmap.Macintosh)
	standard = standardEncoding()
	symbols  = symbolEncoding()
	dingbats = dingbatsEncoding()
)

func fromCharmap(m *charmap.Charmap) (out [256]rune) {
	for c := 32; c < 256; c++ {
		if r := m.DecodeByte(byte(c)); r != '\uFFFD' {
			out[c] = r
		}
	}
	out[127] = 0
	return out
}

// standardEncoding is PDF 32000-1, Annex D.2.
func standardEncoding() (out [256]rune) {
	for c := 32; c < 127; c++ {
		out[c] = rune(c)
	}
	out['\''], out['`'] = '’', '‘'
	at := func(from int, runes string) {
		for i, r := range []rune(runes) {
			if r != ' ' {
				out[from+i] = r
			}
		}
	}
	at(0xA1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—")
	at(0xE1, "Æ ª    ŁØŒº     æ   ı  łøœß")
	return out
}

// symbolEncoding is the Symbol font's (Annex D.5), as far as papers use it.
func symbolEncoding() (out [256]rune) {
	at := func(from int, runes string) {
		for i, r := range []rune(runes) {
			if r != '\u00A0' {
				out[from+i] = r
			}
		}
	}
	at(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_")
	at(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
	at(0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…")
	at(0xD2, "®©™∏√⋅")
	return out
}

// dingbatsEncoding is ZapfDingbats' (Annex D.6): the ticks, crosses, squares
// and bullets that forms and lists use.
func dingbatsEncoding() (out [256]rune) {
	for c, r := range map[int]rune{
		0x20: ' ', 0x33: '✓', 0x34: '✔', 0x35: '✕', 0x36: '✖', 0x37: '✗', 0x38: '✘', 0x48: '★',
		0x6C: '●', 0x6D: '❍', 0x6E: '■', 0x6F: '❏', 0x71: '❑', 0x72: '❒', 0x73: '▲', 0x74: '▼', 0x75: '◆', 0x76: '❖',
	} {
		out[c] = r
	}
	return out
}

// wingdings are the signs of the Wingdings font that stand in papers.
var wingdings = map[byte]string{
	0x20: " ", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑",
	0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□",
	0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}

// clean gives a character as text should hold it: spaces of every width as
// one, no controls.
func clean(r rune) rune {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0, r >= 0x2000 && r <= 0x200A, r == 0xA0, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	}
	return r
}

// ligatures are the signs that stand for several letters.
var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
}

// tidy resolves ligatures and odd spaces; marks without width go.
func tidy(s string) string {
	plain := true
	for _, r := range s {
		if r < ' ' || r > '~' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if l, ok := ligatures[r]; ok {
			b.WriteString(l)
			continue
		}
		switch r {
		case 0, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F:
			continue
		}
		b.WriteRune(clean(r))
	}
	return b.String()
}

// texNames are the glyphs of TeX's text fonts, whose codes are not those of
// ASCII, by code: of the old encoding below 16, of the Cork encoding above.
var texNames = func() map[int]string {
	m := map[int]string{
		11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 16: "quotedblleft", 17: "quotedblright", 21: "endash", 22: "emdash",
		27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl", 39: "quoteright", 96: "quoteleft", 136: "bullet", 0xBF: "sterling",
	}
	for c := ' '; c < 127; c++ {
		if m[int(c)] == "" {
			m[int(c)] = "uni" + fourDigits(c)
		}
	}
	for c := rune(0xC0); c <= 0xFF; c++ {
		if c != 0xD7 && c != 0xDF && c != 0xF7 && c != 0xFF {
			m[int(c)] = "uni" + fourDigits(c)
		}
	}
	return m
}()

func fourDigits(r rune) string { return strings.ToUpper(strconv.FormatInt(0x10000+int64(r), 16)[1:]) }

// glyphNames is the part of Adobe's glyph list that Latin fonts use.
var glyphNames = func() map[string]rune {
	m := map[string]rune{}
	fields := strings.Fields(glyphTable)
	for i := 0; i+1 < len(fields); i += 2 {
		if v, err := strconv.ParseUint(fields[i+1], 16, 32); err == nil {
			m[fields[i]] = rune(v)
		}
	}
	return m
}()

const glyphTable = `
space 20 exclam 21 quotedbl 22 numbersign 23 dollar 24 percent 25 ampersand 26 quotesingle 27 parenleft 28 parenright 29
asterisk 2A plus 2B comma 2C hyphen 2D period 2E slash 2F zero 30 one 31 two 32 three 33 four 34 five 35 six 36 seven 37
eight 38 nine 39 colon 3A semicolon 3B less 3C equal 3D greater 3E question 3F at 40 bracketleft 5B backslash 5C
bracketright 5D asciicircum 5E underscore 5F grave 60 braceleft 7B bar 7C braceright 7D asciitilde 7E
nbspace A0 nonbreakingspace A0 exclamdown A1 cent A2 sterling A3 currency A4 yen A5 brokenbar A6 section A7 dieresis A8 copyright A9
ordfeminine AA guillemotleft AB logicalnot AC sfthyphen AD softhyphen AD registered AE macron AF overscore AF degree B0 plusminus B1 twosuperior B2
threesuperior B3 acute B4 mu B5 mu1 B5 paragraph B6 periodcentered B7 middot B7 cedilla B8 onesuperior B9 ordmasculine BA
guillemotright BB onequarter BC onehalf BD threequarters BE questiondown BF Agrave C0 Aacute C1 Acircumflex C2 Atilde C3
Adieresis C4 Aring C5 AE C6 Ccedilla C7 Egrave C8 Eacute C9 Ecircumflex CA Edieresis CB Igrave CC Iacute CD Icircumflex CE
Idieresis CF Eth D0 Ntilde D1 Ograve D2 Oacute D3 Ocircumflex D4 Otilde D5 Odieresis D6 multiply D7 Oslash D8 Ugrave D9
Uacute DA Ucircumflex DB Udieresis DC Yacute DD Thorn DE germandbls DF agrave E0 aacute E1 acircumflex E2 atilde E3
adieresis E4 aring E5 ae E6 ccedilla E7 egrave E8 eacute E9 ecircumflex EA edieresis EB igrave EC iacute ED icircumflex EE
idieresis EF eth F0 ntilde F1 ograve F2 oacute F3 ocircumflex F4 otilde F5 odieresis F6 divide F7 oslash F8 ugrave F9
uacute FA ucircumflex FB udieresis FC yacute FD thorn FE ydieresis FF Amacron 100 amacron 101 Abreve 102 abreve 103
Aogonek 104 aogonek 105 Cacute 106 cacute 107 Ccaron 10C ccaron 10D Dcaron 10E dcaron 10F Dcroat 110 dcroat 111
Emacron 112 emacron 113 Edotaccent 116 edotaccent 117 Eogonek 118 eogonek 119 Ecaron 11A ecaron 11B Gbreve 11E gbreve 11F
Imacron 12A imacron 12B Iogonek 12E iogonek 12F Idotaccent 130 dotlessi 131 Lacute 139 lacute 13A Lcaron 13D lcaron 13E Lslash 141 lslash 142
Nacute 143 nacute 144 Ncaron 147 ncaron 148 Omacron 14C omacron 14D Ohungarumlaut 150 ohungarumlaut 151 OE 152 oe 153
Racute 154 racute 155 Rcaron 158 rcaron 159 Sacute 15A sacute 15B Scedilla 15E scedilla 15F Scaron 160 scaron 161
Tcaron 164 tcaron 165 Umacron 16A umacron 16B Uring 16E uring 16F Uhungarumlaut 170 uhungarumlaut 171 Uogonek 172 uogonek 173
Wcircumflex 174 wcircumflex 175 Ycircumflex 176 ycircumflex 177 Ydieresis 178 Zacute 179 zacute 17A Zdotaccent 17B zdotaccent 17C
Zcaron 17D zcaron 17E florin 192 circumflex 2C6 caron 2C7 breve 2D8 dotaccent 2D9 ring 2DA ogonek 2DB tilde 2DC hungarumlaut 2DD
Alpha 391 Beta 392 Gamma 393 Delta 394 Omega 3A9 alpha 3B1 beta 3B2 gamma 3B3 delta 3B4 epsilon 3B5 lambda 3BB pi 3C0 sigma 3C3
Wgrave 1E80 wgrave 1E81 Wacute 1E82 wacute 1E83 Wdieresis 1E84 wdieresis 1E85 Ygrave 1EF2 ygrave 1EF3
endash 2013 emdash 2014 quoteleft 2018 quoteright 2019 quotesinglbase 201A quotedblleft 201C quotedblright 201D quotedblbase 201E
dagger 2020 daggerdbl 2021 bullet 2022 ellipsis 2026 perthousand 2030 minute 2032 second 2033 guilsinglleft 2039 guilsinglright 203A fraction 2044
Euro 20AC euro 20AC trademark 2122 arrowleft 2190 arrowup 2191 arrowright 2192 arrowdown 2193 partialdiff 2202
product 220F summation 2211 minus 2212 radical 221A infinity 221E integral 222B approxequal 2248 notequal 2260 lessequal 2264
greaterequal 2265 lozenge 25CA circle 25CB blacksquare 25A0 filledbox 25A0 H18533 25A0 H22073 25A1 H18543 25AA H18551 25AB
triagrt 25BA openbullet 25E6 invbullet 25D8 checkmark 2713 ff FB00 fi FB01 fl FB02 ffi FB03 ffl FB04
a20 2714 a19 2713 a71 25CF a73 25A0 a74 274F a76 25B2 a77 25BC a78 25C6
zerooldstyle 30 oneoldstyle 31 twooldstyle 32 threeoldstyle 33 fouroldstyle 34 fiveoldstyle 35 sixoldstyle 36 sevenoldstyle 37 eightoldstyle 38 nineoldstyle 39
hyphenminus 2D
`

// Letters gives a character as text holds it: ligatures as their letters,
// spaces as one kind, signs without width as nothing.
func Letters(r rune) string { return tidy(string(r)) }
