"""One view per record and language: frozen dataclasses of ready strings for the templates."""
