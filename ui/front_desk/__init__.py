"""The Balie screen: who comes, who leaves, and what to say."""
