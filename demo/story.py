"""One visit, as a nurse would hold it: Nora Brennan at home. Everybody in it is invented.

Over 300 lines because one visit is told from the door to the signature, in the order in which it is held.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt

from app.views.sections.care_plan.preview import AS_IT_PRINTS
from demo.hand import Hand

STARTED = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
NURSE = "Priya Nair"
PASSPHRASE = "orbit kettle maple sand"
PIN = "2580"
PERSON = "BRENNAN, Nora"
WHAT_MATTERS = (
    "I want to get to the allotment and back without stopping for breath. And I want to wake up without "
    "the fog."
)

Picture = Callable[[str], None]
HOW = "how we know"
HALF_CODE = re.compile(r"(\w{4}\s){5}\w{4}")


def set_up(hand: Hand, picture: Picture) -> None:
    """First run: a practice record, the first account, the two recovery codes."""
    hand.choose("Practice or live", "Practice")
    hand.write("Your name", NURSE)
    hand.choose("Your role", "Nurse")
    hand.write("Registration number, if you have one", "99Z9999E")
    hand.write("Passphrase", PASSPHRASE)
    hand.write("Passphrase again", PASSPHRASE)
    hand.write("PIN", PIN)
    picture("first run")
    hand.press("Make the record")
    hand.wait_for(lambda: hand.sees("Both are safe: go on"), "the recovery codes")


def keep_codes(hand: Hand, picture: Picture) -> None:
    """Say that both half-codes were copied."""
    picture("recovery codes")
    half_a, half_team = (words for words in hand.reads() if HALF_CODE.fullmatch(words))
    hand.write("Last 4 characters of the code for person A", half_a[-4:])
    hand.write("Last 4 characters of the code for the team", half_team[-4:])
    hand.press("Both are safe: go on")


def sign_in(hand: Hand, picture: Picture) -> None:
    """Choose who, and give the passphrase."""
    picture("sign in")
    hand.press(NURSE)
    hand.write("Passphrase", PASSPHRASE, leave=False)
    hand.press("Sign in")


def add_nora(hand: Hand, picture: Picture) -> None:
    """Add a person by hand."""
    picture("home empty")
    hand.press("Add a person")
    hand.write("Family name", "Brennan")
    hand.write("Given name", "Nora")
    hand.write("Date of birth", "14 Mar 1979")
    hand.write("NHS number", "999 068 7110")
    hand.write("Likes to be called", "Nora")
    hand.choose("Allergies", "There are allergies")
    hand.write("Which allergies", "penicillin (rash)")
    hand.choose("What they need", "large print")
    hand.choose("What they need", "somewhere quiet")
    picture("add a person")
    hand.press("Add")
    picture("home")


def opening(hand: Hand, picture: Picture) -> None:
    """Who, when, where, who is present, and what matters."""
    hand.go_to(PERSON)
    hand.key(Qt.Key.Key_Return)
    hand.press("Full name")
    hand.press("Date of birth")
    hand.choose("Where are we?", "At home")
    hand.choose("Who else is present?", "Nobody else")
    hand.write("What matters to you today?", WHAT_MATTERS)
    picture("opening")
    hand.press("Start")


def physical_checks(hand: Hand, picture: Picture) -> None:
    """Two blood pressures, pulse, weight, height, smoking, alcohol, a blood result, what was not done."""
    _pressure(hand, (146, 92), (142, 90))
    picture("blood pressure")
    _measure(hand, "Pulse.", "Pulse, beats a minute", "84")
    hand.choose("Rhythm", "Regular")
    _open(hand, "Unwell, dizzy or fallen.")
    hand.choose("Unwell today, or looks it", "No")
    hand.choose("Dizzy, faint or fallen lately", "None of these")
    _measure(hand, "Weight.", "Weight, kg", "84.6")
    _measure(hand, "Height.", "Height, cm", "165")
    _open(hand, "Family background.")
    hand.choose("Family background", "White")
    _open(hand, "Waist.")
    hand.choose(f"Waist: {HOW}", "Declined")
    _smoking(hand)
    hand.scroll_to_top()
    picture("physical checks")
    _alcohol(hand)
    _blood(hand)
    picture("physical checks lower")
    hand.press("Save and continue")


def _pressure(hand: Hand, first: tuple[int, int], second: tuple[int, int]) -> None:
    hand.write("First reading, upper", str(first[0]))
    hand.write("First reading, lower", str(first[1]))
    hand.press("Take a second reading")
    hand.write("Second reading, upper", str(second[0]))
    hand.write("Second reading, lower", str(second[1]))
    hand.choose(f"Blood pressure: {HOW}", "Measured today")


def _open(hand: Hand, row: str) -> None:
    """Open a check's row, unless it opened by itself."""
    if hand.sees(row):
        hand.press(row)


def _measure(hand: Hand, row: str, field: str, value: str) -> None:
    _open(hand, row)
    hand.write(field, value)
    hand.choose(f"{row.rstrip('.')}: {HOW}", "Measured today")


def _smoking(hand: Hand) -> None:
    _open(hand, "Smoking.")
    hand.choose("Smoking", "Smokes now")
    hand.choose(f"Smoking: {HOW}", "Self-reported")
    hand.write("Cigarettes a day", "15")
    hand.choose("Plans to stop or cut down", "Yes")
    hand.choose("Stopped, cut down or switched to a vape", "No change")
    hand.choose("Going somewhere smoke-free soon (hospital, new home)", "No")


def _alcohol(hand: Hand) -> None:
    _open(hand, "Alcohol.")
    hand.choose("How often do you have a drink with alcohol?", "2 to 4 times a month")
    hand.choose("How many units on a day when you drink?", "3 to 4")
    hand.choose("How often six or more units (women) or eight or more (men) at one time?", "Never")
    hand.choose(f"Alcohol: {HOW}", "Self-reported")


def _blood(hand: Hand) -> None:
    _open(hand, "HbA1c.")
    hand.write("HbA1c, mmol/mol", "43")
    hand.choose(f"HbA1c: {HOW}", "From a record")
    hand.write("HbA1c: date of the result", "19 Aug 2026")


RATINGS = (5, 3, 4, 6, 5, 4, 6, 6, 3, 5, 6)
WANTS_HELP = (1, 8)


def how_life_is_going(hand: Hand, picture: Picture) -> None:
    """Turn the screen: Nora rates the eleven herself, with keys; then look at it together."""
    hand.press("Turn the screen to Nora")
    for at, rating in enumerate(RATINGS):
        hand.key(getattr(Qt.Key, f"Key_{rating}"))
        hand.key(Qt.Key.Key_Y if at in WANTS_HELP else Qt.Key.Key_N)
        if at == 1:
            picture("turned screen")
        hand.key(Qt.Key.Key_Return)
    picture("turned screen done")
    hand.write("PIN", PIN, leave=False)
    hand.key(Qt.Key.Key_Return)
    picture("how life is going")


def medicines(hand: Hand, picture: Picture) -> None:
    """Clozapine and hyoscine, the whole list, what they do, bowels, what Nora would change."""
    hand.go_to("Medicines")
    _medicine(hand, "clozapine", "350 mg a day", "3 Feb 2026")
    _medicine(hand, "hyoscine", "300 micrograms at night", "28 Apr 2026")
    hand.choose("Is this everything, bought ones too?", "Yes")
    hand.choose("Many people miss doses. In a usual week?", "1 or 2")
    hand.choose("Sleepier or slower than you want", "A lot")
    hand.choose("Sleepier or slower than you want: does it bother you", "A lot")
    hand.choose("Harder to open your bowels", "A little")
    hand.scroll_to_top()
    picture("medicines")
    hand.write("Days since bowels last opened", "3")
    hand.write("Times a week", "2")
    hand.choose("Straining, or hard and lumpy", "Yes")
    hand.choose("Belly feels uncomfortable", "No")
    hand.choose("A laxative stopped lately", "No")
    hand.choose("Any of these now", "None of these")
    picture("medicines lower")


def _medicine(hand: Hand, name: str, dose: str, started: str) -> None:
    hand.press("Add a medicine")
    hand.write("Medicine", name, leave=False)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)
    hand.write("Dose, in their words", dose)
    hand.choose("Form", "Tablet")
    hand.write("Started", started)
    hand.press("Done")


def trends(hand: Hand, picture: Picture) -> None:
    """In the middle of the visit: the record over time, one measure as a table, and back."""
    hand.press("Trends: readings over time")
    hand.press("Show as table: Weight")
    hand.scroll_to_top()
    hand.pause(0.5)
    picture("trends")
    hand.press("Back to the visit")


def wellbeing_and_safety(hand: Hand, picture: Picture) -> None:
    """Mood, sleep, eating; and, because nobody else is there, what is only asked alone."""
    hand.go_to("Wellbeing and safety")
    hand.choose("Mood", "Up and down")
    _open(hand, "Sleep.")
    hand.write("Sleep, hours in 24", "9.5")
    _open(hand, "Has sleep changed?.")
    hand.choose("Has sleep changed?", "As usual")
    _open(hand, "Eating or drinking very little.")
    hand.choose("Eating or drinking very little", "No")
    _open(hand, "Not wanting to live.")
    hand.choose("Not wanting to live", "No")
    _open(hand, "Hurting yourself.")
    hand.choose("Hurting yourself", "No")
    hand.scroll_to_top()
    picture("wellbeing and safety")


def prevention(hand: Hand, picture: Picture) -> None:
    """What Nora's body has, and what is due."""
    hand.go_to("Prevention")
    for organ in ("Cervix", "Womb", "Breast tissue"):
        hand.choose("What your body has", organ)
    _open(hand, "Cervical screening last done.")
    hand.write("Cervical screening last done", "9 Mar 2021")
    hand.choose(f"Cervical screening last done: {HOW}", "Self-reported")
    _open(hand, "Dentist last seen.")
    hand.write("Dentist last seen", "2 May 2026")
    hand.choose(f"Dentist last seen: {HOW}", "Self-reported")
    hand.scroll_to_top()
    picture("prevention")


def home_and_work(hand: Hand, picture: Picture) -> None:
    """A warm home, a wish to work, no car, and fire, because Nora smokes."""
    hand.go_to("Home and work")
    hand.choose("Who is at home", "Nobody else")
    _open(hand, "Trouble with the home.")
    hand.choose("Trouble with the home", "None: warm, safe and dry")
    _open(hand, "Work or study.")
    hand.choose("Work or study", "Wants to work")
    _open(hand, "Drives.")
    hand.choose("Drives", "No")
    _open(hand, "Fire at home.")
    hand.choose("Fire at home", "None of these")
    hand.scroll_to_top()
    picture("home and work")


CONSENTS = {
    "Diagnosis": "Yes",
    "Medicines": "Ask me first",
    "Physical health": "Yes",
    "Care plan": "Yes",
    "Crisis": "Yes",
    "Appointments and whereabouts": "Ask me first",
    "Contact by phone": "Yes",
}


def carers(hand: Hand, picture: Picture) -> None:
    """Yvonne, her sister: what she may know, and what she needs."""
    hand.go_to("Carers")
    hand.choose("Is there anyone who supports you?", "Yes")
    hand.press("Add someone")
    hand.write("Name of the carer", "Yvonne Brennan")
    hand.write("Relationship", "sister")
    hand.write("Phone", "07700 900318")
    hand.choose("Under 18", "No")
    hand.press("Done")
    for topic, answer in CONSENTS.items():
        hand.choose(topic, answer)
    hand.choose("An assessment of the carer's own needs", "Offered, wants it")
    hand.scroll_to_top()
    picture("carers")


def crisis_plan(hand: Hand, picture: Picture) -> None:
    """When mind or body gets worse; whom to call; wishes another day."""
    hand.go_to("Crisis plan")
    hand.choose("A plan for when mind or body gets worse", "Yes, today")
    hand.write("Early signs in my mind", "Not sleeping. Curtains shut.")
    hand.write("Early signs in my body", "Out of breath on the allotment path.")
    hand.write("What I can do for my mind", "A walk. The radio on.")
    hand.write("What others can do for my mind", "Yvonne's voice, every evening.")
    hand.write("Where I would go", "To Yvonne's, not to the ward.")
    hand.press("Add to who to call: Yvonne Brennan, sister")
    hand.write("What they may do", "Come round, hold a key, speak for me")
    hand.press("Done: who to call")
    hand.press("Add somebody to call")
    hand.write("Name of who to call", NURSE)
    hand.write("Who they are", "my nurse")
    hand.write("Phone of who to call", "01632 960142")
    hand.press("Done: who to call")
    hand.choose("Wishes for when I am unwell", "Not today")
    hand.choose("How much goes on paper", "All of it")
    hand.scroll_to_top()
    picture("crisis plan")


def what_we_found(hand: Hand, picture: Picture) -> None:
    """Look at the prompts and why, take them up, decide the rest."""
    hand.go_to("What we found")
    picture("what we could not tell")
    hand.go_to("Physical checks")
    _open(hand, "Unwell, dizzy or fallen.")
    hand.choose("Signs of an infection", "None of these")
    _open(hand, "Metabolic review last done.")
    hand.choose("Metabolic review last done", "None found")
    hand.choose(f"Metabolic review last done: {HOW}", "From a record")
    _open(hand, "High blood pressure already known.")
    hand.choose("High blood pressure already known", "No")
    hand.go_to("What we found")
    hand.press("Open why: Metabolic review")
    hand.show("Add to plan: Metabolic review")
    picture("what we found")
    while hand.sees("Add to plan"):
        hand.press("Add to plan")
    hand.scroll_to_top()
    picture("what we found decided")


def care_plan(hand: Hand, picture: Picture) -> None:
    """Nora's own action, the next review, and that she agrees."""
    hand.go_to("Care plan")
    hand.press("Add an action")
    hand.choose("Who", "Nora")
    hand.write("What", "walk to the allotment on Saturdays with Yvonne")
    hand.write("By when", "5 Dec 2026")
    hand.press("Close this action")
    hand.write("What is going well", "Swimming again, with my sister.")
    hand.write("Key worker", NURSE)
    hand.write("Phone of the key worker", "01632 960142")
    hand.write("Next visit, in words", "Thursday 10 December, 2 pm, at my home")
    hand.write("Next review of the plan", "24 May 2027")
    hand.choose("Who gets a copy", "Nora")
    hand.choose("Nora says of this plan", "I agree")
    hand.wait_for(lambda: any(AS_IT_PRINTS in words for words in hand.reads()), "the page as it prints")
    hand.scroll_to_top()
    picture("care plan")


def finish(hand: Hand, picture: Picture) -> None:
    """Sign."""
    hand.go_to("Finish and sign")
    picture("finish")
    hand.press("Sign this visit")
    picture("signed")


VISIT = (
    add_nora,
    opening,
    physical_checks,
    how_life_is_going,
    medicines,
    trends,
    wellbeing_and_safety,
    prevention,
    home_and_work,
    carers,
    crisis_plan,
    what_we_found,
    care_plan,
    finish,
)
