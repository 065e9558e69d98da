"""Open data: events, places and holidays as JSON, as tables, and a description of both."""
