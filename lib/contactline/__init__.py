"""Contact Line: what happened in the Nagorno-Karabakh conflict, read from news articles."""

__version__ = "0.1.0"
