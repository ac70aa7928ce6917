"""Pages of work data that HR looks after: accounts without a person, and objections."""
