"""Practice without an attempt: what comes next, when it comes again, and its pages."""
