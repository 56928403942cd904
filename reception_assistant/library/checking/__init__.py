"""What is wrong with scripts that could be read: each subject in its own module, all at once."""
