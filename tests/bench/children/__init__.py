"""Programs that the benchmark starts and measures, each in a process of its own."""
