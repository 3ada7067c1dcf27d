"""What an upload must be before it is kept. Every check raises a ValidationError with a sentence for the person."""
