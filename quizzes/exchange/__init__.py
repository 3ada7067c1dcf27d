"""Questions into the bank and out of it; the file formats are in quizzes/formats."""
