"""The facts that home and work hold ready for rules, and how to ask for each."""

from app.consultation.fact_kinds import AskedIn

SECTION = "home_and_work"
HOME = "Is the home warm, safe, dry, and yours to stay in?"
FIRE = "Smoking in bed or indoors, oxygen, skin creams that burn, slow to get out?"

_yes_no = AskedIn(SECTION).yes_no
_number = AskedIn(SECTION).number


VOCABULARY = (
    _yes_no("trouble_at_home", "Trouble with the home", "home", HOME),
    _yes_no("heating_missing", "No heating", "home", HOME),
    _yes_no("home_too_full", "Home too full to move about", "home", HOME),
    _yes_no("home_unsafe", "Home not safe", "home", HOME),
    _yes_no(
        "home_lost_within_two_weeks",
        "The home may go within two weeks",
        "eviction_soon",
        "Could the home go within two weeks?",
    ),
    _yes_no("cold_to_touch", "Cold to touch", "cold_signs", "Is the person cold to touch?"),
    _yes_no(
        "cannot_keep_up_with_care",
        "Cannot keep up washing, food or medicines",
        "cold_signs",
        "Can they keep up washing, food and medicines?",
    ),
    _yes_no("money_trouble", "Money or food ran short", "money", "Did money or food run short this month?"),
    _yes_no("food_ran_out", "Food ran out", "money", "Did food run out this month?"),
    _yes_no("wants_work_or_study", "Wants to work or study", "work", "Would you like to work or study?"),
    _yes_no("drives", "Drives", "drives", "Do you drive?"),
    _yes_no(
        "told_dvla", "DVLA was told, or need not be", "told_dvla", "Have you told DVLA about the illness?"
    ),
    _yes_no(
        "driving_while_unwell",
        "Driving while unwell just now",
        "drives_while_unwell",
        "Are you driving at the moment, while you are unwell?",
    ),
    _yes_no(
        "phone_or_web_trouble",
        "Phone or web does not reach them",
        "phone",
        "Does anything keep calls, letters or apps from you?",
    ),
    _number("falls", "Falls in 12 months", "falls", ("0", "365", "1"), "falls", "How often did you fall?"),
    _yes_no(
        "hurt_or_frail_with_a_fall",
        "Hurt, passed out, could not get up, or frail, with a fall",
        "fall_signs",
        "Were you hurt, did you pass out, could you get up?",
    ),
    _yes_no("head_hit_in_a_fall", "Hit the head in a fall", "fall_signs", "Did you hit your head?"),
    _yes_no(
        "falls_matter",
        "65 or more, or from 50 with a risk of falls",
        "falls",
        "How often did you fall, and are you stiff or slow, is your sight poor, did a bone break easily?",
    ),
    _yes_no("smokes_indoors", "Smokes in bed or indoors", "fire_risks", FIRE),
    _yes_no("oxygen_at_home", "Oxygen at home", "fire_risks", FIRE),
    _yes_no("skin_cream_that_burns", "Skin creams that burn", "fire_risks", FIRE),
    _yes_no("slow_to_get_out", "Slow to get out", "fire_risks", FIRE),
    _yes_no("smoke_alarm_works", "Working smoke alarm", "smoke_alarm", "Is there a smoke alarm that works?"),
    _yes_no("in_debt", "In debt", "money", "Was there debt this month?"),
)

TOPICS = {
    "home": "The home",
    "money": "Money and food",
    "work": "Work and study",
    "driving": "Driving",
    "falls": "Falls",
    "fire": "Fire",
    "reaching": "Phone and web",
}
