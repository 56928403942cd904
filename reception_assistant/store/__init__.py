"""The only place that speaks SQL: from rows to facts and back."""
