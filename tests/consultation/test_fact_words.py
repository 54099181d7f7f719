"""What a rule read, or still needs, in plain words."""

from app.consultation.fact_words import to_tell


def test_what_to_ask_is_said_in_questions_each_once():
    cold = ("trouble_at_home", "cold_to_touch", "heating_missing", "temperature_today")
    assert to_tell(cold) == (
        "To tell, ask: Is the home warm, safe, dry, and yours to stay in? Is the person cold to touch? "
        "Temperature now."
    )


def test_four_questions_are_said_and_the_others_counted():
    many = ("drives", "driving_while_unwell", "told_dvla", "falls", "oxygen_today", "low_mood")
    assert to_tell(many).endswith("Have you told DVLA about the illness? How often did you fall? And 2 more.")
    assert to_tell(many[:5]).endswith("And 1 more.")
    assert "more" not in to_tell(many[:4])
