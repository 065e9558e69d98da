"""Files for machines: sitemaps, news, calendars."""
