package classify

// serviceTerms are the words that tell what part of a council's work a text
// is about; titleTerms tell it only where a clerk makes a title of them.
var (
	serviceTerms = wordTable("services.txt")
	titleTerms   = wordTable("titles.txt")

	titleLexicon = lexiconOf(len(titleTerms), func(i int) termSet { return titleTerms[i].words })
)
