"""Builds the bilingual heritage-and-events site of the Kazakhs of Astrakhan from YAML content."""
