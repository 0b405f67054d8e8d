package archive

// An Entry is one document with all that was read from it, on its way to
// being kept. The bytes themselves are kept elsewhere, under
// Document.SHA256.
type Entry struct {
	Document

	// Reader names the program that read the document, with its version.
	// The same bytes read by the same Reader give the same reading.
	Reader string
	// Hint is the council a person named when handing the document in.
	Hint string
	// Address is where the document is published, in canonical form, and
	// Path where its file lay. What is seen later at the same address is
	// another version of the same paper. Both may be empty.
	Address string
	Path    string
	// Work names what the document is a view of, for kinds of paper that
	// show one thing as it stands on the day, as a page about a meeting
	// does. Two documents of one Work are versions of each other. Empty
	// where that cannot be said.
	Work string
	// Draft says that the paper calls itself a draft.
	Draft bool
	// Lethal says that reading the document killed its reader or had to be
	// stopped, or that all was tried on what is unread of it: the same Reader
	// should not try again.
	Lethal bool
	// Partial says that some pages of a document that is held could not be
	// read. Of one on its way to being kept its Texts say so.
	Partial bool

	Texts   []PageText
	Doubts  []PaperDoubt // those that no record carries
	Records []Record     // IDs are distinct, and distinct things have distinct IDs
}

// Kept says what keeping an Entry changed.
type Kept string

// What keeping can change.
const (
	KeptNew       Kept = "added"     // bytes not seen before
	KeptChanged   Kept = "changed"   // another version of a paper, or another reading of the same bytes
	KeptUnchanged Kept = "unchanged" // all of it was known
	KeptEarlier   Kept = "earlier"   // what an earlier reading gave stands, for this one knows less
)

// A Visit says what an archive knows of bytes that were handed in again.
type Visit struct {
	// Known says that nothing need be read: the bytes are held, and what was
	// read from them stands.
	Known bool
	// Kept is then KeptUnchanged, or KeptChanged where a paper went back to
	// what it had been before.
	Kept Kept
	// Unread is then why nothing could be read, "" where something was.
	Unread string
}
