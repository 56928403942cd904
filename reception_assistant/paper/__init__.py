"""What goes on paper: letters, the overview of a year, the page for the change of shift, a card."""
