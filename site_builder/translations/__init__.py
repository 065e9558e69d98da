"""Remembers which texts say the same in both languages, and finds those that no longer do."""
