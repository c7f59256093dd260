"""What `body.py` decides by: what a line is, where the article stands, its title and its date."""
