"""What `repair.py` decides by: where blanks may be lost in a run of characters, and how sure that is."""
