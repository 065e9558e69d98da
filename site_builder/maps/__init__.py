"""Interactive maps: Folium builds the scripts, the points stand in the pages."""
