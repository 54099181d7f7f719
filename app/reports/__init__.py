"""Out on paper: the care plan and its editions."""
