"""Drafts of records: their questions, their ids, the commented text and the safe way to write them."""
