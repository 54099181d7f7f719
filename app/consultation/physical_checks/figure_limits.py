"""The limits of the figures that are no number field of their own: each stands here once.

Project figures (mark K): those of BMI are what the limits of weight and height allow for a living adult; its
soft ones are of research/clinical_rules.md 1.1.
"""

from app.consultation.questions import limits

SYSTOLIC_LIMITS = limits("50", "300", "50", "300")
DIASTOLIC_LIMITS = limits("20", "200", "20", "200")
BMI_LIMITS = limits("8", "120", "15", "60")
