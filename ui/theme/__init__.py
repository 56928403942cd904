"""The look, by role: colours, fonts, icons and the one stylesheet."""
