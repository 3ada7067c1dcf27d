"""The CMS side of quizzes."""
