"""Files for machines: sitemaps, search indexes, calendars."""
