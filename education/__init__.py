"""Lessons, guides, class activities, comics, notices, and what a learner has done."""
