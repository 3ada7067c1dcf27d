"""Question bank, papers, attempts, grading and item statistics."""
