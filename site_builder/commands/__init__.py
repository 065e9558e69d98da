"""The commands of `site-builder`, a module each; `cli` loads only the one that is called."""
