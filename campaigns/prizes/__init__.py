"""Prizes. draw.py is the verifiable draw: pure, and complete in one file so that anybody can run it alone."""
