"""What is said wherever unsigned content is shown: on screen, on paper and in a machine's answer."""

EVALUATION = "Evaluation content. Not approved for clinical use."
