"""The door to Twine: a scenario as a Twee 3 story to look at and edit, and a story back as a scenario."""
