"""Which days holidays, events and anniversaries fall on: one engine for pages and for feeds."""
