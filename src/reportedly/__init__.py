"""Who says so, through whom, how sure, and how many independent origins stand behind it."""
