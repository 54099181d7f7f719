"""The facts of what is new in the body, and how to ask for each."""

from app.consultation.physical_checks.fact_kinds import yes_no

WHAT_IS_NEW = "Is anything new or worse in the body?"

ACUTE = (
    yes_no(
        "chest_pain_lately", "Chest pain, now or in 3 days", "new_symptoms", "Chest pain in the last 3 days?"
    ),
    yes_no(
        "stroke_sign",
        "Sudden change of face, arm, speech, sight or balance",
        "new_symptoms",
        "Did face, arm, speech, sight or balance suddenly change?",
    ),
    yes_no(
        "leg_newly_swollen",
        "One leg newly swollen or painful",
        "new_symptoms",
        "Is one leg newly swollen or painful?",
    ),
    yes_no(
        "sudden_breathlessness",
        "Suddenly short of breath",
        "new_symptoms",
        "Suddenly short of breath, or is there pain on breathing in?",
    ),
    yes_no("new_symptom", "Something new or worse in the body", "new_symptoms", WHAT_IS_NEW),
    yes_no(
        "symptom_explained_away",
        "Put down to the illness, anxiety or weight",
        "symptom_put_down_to",
        "What was it put down to so far?",
    ),
    yes_no(
        "symptom_looked_into",
        "The body was looked at for it",
        "symptom_looked_into",
        "Was the body looked at for it?",
    ),
    yes_no("unwell_today", "Unwell today", "unwell_today", "Do you feel unwell today? Do they look unwell?"),
    yes_no(
        "infection_sign",
        "Sign of an infection that needs a blood count on clozapine",
        "infection_signs",
        "A sore throat, mouth ulcers, or feeling as with flu?",
    ),
    yes_no(
        "infection_suspected",
        "Sign of an infection",
        "unwell_today",
        "Any sign of an infection: throat, chest, water, skin, or as with flu?",
    ),
    yes_no(
        "sepsis_sign",
        "Sign that an infection is an emergency",
        "sepsis_signs",
        "Mottled or blue skin, no water passed for 18 hours, or shaking hard?",
    ),
)

ACUTE_TOPICS = {
    "chest-pain": "Chest pain",
    "stroke-signs": "Signs of a stroke",
    "blood-clot": "A possible blood clot",
    "new-symptom": "Something new in the body",
}
