"""The headless door: stdout is data, stderr is narration."""
