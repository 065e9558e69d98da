"""Hands the core's pages to MkDocs; the only importer of mkdocs and of the theme."""
