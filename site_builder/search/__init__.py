"""The site's search: what it searches, and the language that it understands.

Its interface and its worker are the theme's; the index and one language file are ours.
"""
