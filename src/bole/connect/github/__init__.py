"""GitHub: pull requests, reviews, issues and pushes."""
