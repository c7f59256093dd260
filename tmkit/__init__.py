"""Translation memories from news reports in Vietnamese, French and English."""

__version__ = "0.1.0"
