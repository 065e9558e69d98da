"""Tests of the finished site in a real browser."""
