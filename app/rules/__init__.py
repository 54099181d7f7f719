"""Clinical arithmetic and judgement: knows nothing else of ours."""
