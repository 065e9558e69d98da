"""Tests of `site_builder`."""
