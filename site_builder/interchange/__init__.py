"""Exchange with spreadsheets, calendars and maps: reads their files, plans what would be written."""
