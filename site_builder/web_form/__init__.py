"""The form in which editors change records in the browser: Sveltia CMS, its page and configuration."""
