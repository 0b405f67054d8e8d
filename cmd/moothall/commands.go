package main

// commands lists every subcommand in the order in which help shows them.
func commands() []command {
	return []command{
		demoCommand,
		ingestCommand,
		parseCommand,
		serveCommand,
		searchCommand,
		showCommand,
		rebuildCommand,
		verifyCommand,
		evalCommand,
		extractCommand,
	}
}
