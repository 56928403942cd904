"""Complaints as the conversation in seven steps that is their own record, and what is learned."""
