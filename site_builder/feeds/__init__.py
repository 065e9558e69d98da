"""Files for machines made from the same pages: sitemaps, search indexes."""
