"""Scripts, their form and their checks, and the lists of the practice that belong to them."""
