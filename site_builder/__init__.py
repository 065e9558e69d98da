"""Builds the bilingual heritage-and-events site of the Kazakhs of Astrakhan from YAML content."""

import os

# pydantic asks every installed distribution for plugins, which takes as long as reading hundreds of
# files; and none of them has to do with what records may hold.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
