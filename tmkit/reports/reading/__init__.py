"""What `readers.py` and `encoding.py` need: document formats, detection of encodings, mending of text."""
