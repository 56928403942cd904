"""The first start: three questions, and a first look at what is where."""
