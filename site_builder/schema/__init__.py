"""Typed models of the content: one kind of record a file, `kinds.py` is the only list of kinds."""
