"""Published scores and identifiers that a nurse can check at a glance: one file each."""
