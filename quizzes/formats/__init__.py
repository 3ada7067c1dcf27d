"""The registry of file formats for questions."""
