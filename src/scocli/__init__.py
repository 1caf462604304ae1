"""Who belongs to the Shanghai Cooperation Organisation, since when, and who came to which summit."""

__version__ = "0.1.0"
