"""Plain words for the words of the trade, and better words for what is better not said."""
