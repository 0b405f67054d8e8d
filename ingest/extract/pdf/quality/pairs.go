package quality

// pairs lists, for each letter, the letters that follow it within words of
// English or Welsh papers at least once in some eight thousand; '_' is a
// word's edge.
var pairs = map[byte]string{
	'a': "bcdefgiklmnprstuvwxy_",
	'b': "aceijlorsuwy_",
	'c': "acehiklorstuwy_",
	'd': "adegilmorsuvwy_",
	'e': "abcdefghilmnopqrstuvwxy_",
	'f': "aefilortuy_",
	'g': "aehilnorsuwy_",
	'h': "aeiorstuwy_",
	'i': "abcdefgklmnoprstvwx_",
	'j': "eou",
	'k': "cefis_",
	'l': "adeilmopstuvwy_",
	'm': "abehimoprsuw_",
	'n': "acdefghiklmnostuvwy_",
	'o': "abcdefgiklmnoprstuvwy_",
	'p': "aehilmoprstuw_",
	'q': "u",
	'r': "acdeghiklmnoprstuvwy_",
	's': "acefhiklmopstuwy_",
	't': "acefhilmnorstuwy_",
	'u': "abcdegiklmnprstw_",
	'v': "aeio",
	'w': "abcdeghilmnorsy_",
	'x': "aeipt_",
	'y': "bcdefghlmnoprstw_",
	'z': "",
	'_': "abcdefghijklmnopqrstuvwy",
}
