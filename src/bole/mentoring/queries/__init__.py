"""What is read of mentoring."""
