"""The pictures of `content/media/`: what is wrong with them, and the files that pages load."""
