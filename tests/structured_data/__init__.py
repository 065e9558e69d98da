"""Structured data, judged by schema.org's own vocabulary."""
