"""Files with points for navigators, globes and programs: GPX, KML, GeoJSON; each in both languages."""
