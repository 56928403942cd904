"""Plain words for words of the trade, looked up over any screen."""
