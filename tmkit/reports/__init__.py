"""One web copy of a news report becomes clean sentences, and reports find their partners."""
