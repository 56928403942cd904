"""Where the agenda comes from: reading files, the assistant, the sources, and following them."""
