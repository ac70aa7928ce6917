"""What pages of mentoring say."""
