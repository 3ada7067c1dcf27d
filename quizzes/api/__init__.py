"""The JSON API of quizzes."""
