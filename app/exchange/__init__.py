"""In and out by machine: FHIR bundles and visit files."""
