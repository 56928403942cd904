"""The reader of FHIR files (R4 and STU3): what a practice system exports as JSON or NDJSON."""
