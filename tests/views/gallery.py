"""Pictures of every field, part and welcome screen, to be looked at: `python tests/views/gallery.py OUT`.

Not a test: pytest cannot see ugliness. It prints what `clipped` finds on each picture.
"""

import os
import sys
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import shiboken6
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.services.idle import LockedBecause
from app.services.lock_note import Kept, LockNote
from app.views.fields.answers import options
from app.views.fields.choice import Choice
from app.views.fields.day import DayField
from app.views.fields.field import Captioned
from app.views.fields.how_known import How, HowAnswer, HowKnown
from app.views.fields.number import NumberField
from app.views.fields.number_reading import NumberRule
from app.views.fields.own_words import WordsField
from app.views.fields.pair import PairField
from app.views.fields.search import Found, SearchField
from app.views.fields.secret import SecretField
from app.views.fields.text import TextField
from app.views.fields.tick_list import TickList
from app.views.look import theme
from app.views.look.theme import RESOURCES
from app.views.look.tokens import Theme
from app.views.parts.banner import Banner, Identity
from app.views.parts.buttons import Button, Kind
from app.views.parts.cards import Card, InHand, Quote, Surface
from app.views.parts.chart_shape import Band, BandTone, ChartShape, Mark
from app.views.parts.charts import BandBars, SmallTrend
from app.views.parts.fit import clipped
from app.views.parts.focus_ring import FocusRing
from app.views.parts.layout import Beside, Column, Columns, Flow, Hair, Held, Row, Scrolled, Stretch
from app.views.parts.message import Message, Weight
from app.views.parts.pictures import Avatar, Picture, Tag, Tone
from app.views.parts.pictures import Mark as Brand
from app.views.parts.prompt_card import Act, Level, PromptCard
from app.views.parts.status_foot import StatusFoot
from app.views.parts.stepper import Progress, ProgressBar, Step, Stepper
from app.views.parts.words import Voice, Words
from app.views.welcome.cover import Cover
from app.views.welcome.first_run import FirstRun
from app.views.welcome.locked import Locked
from app.views.welcome.person_tile import Person
from app.views.welcome.recovery import Recovery
from app.views.welcome.sign_in import SignIn

TODAY = date(2026, 11, 24)
NORA = Identity(
    "BRENNAN, Nora (Ms)",
    "Likes to be called Nora",
    "14-Mar-1979 (47y)",
    "999 068 7110",
    "Allergy: penicillin (rash)",
    "Needs: large print 18 pt, extra time",
)
PRESSURE = NumberRule(Decimal(50), Decimal(300), "mmHg")
DRINKS = options(
    never="Never", monthly="Monthly or less", month="2 to 4 a month", week="2 to 3 a week", more="4+ a week"
)
MEDICINES = [
    Found("clozapine", "Clozapine", "antipsychotic"),
    Found("clonazepam", "Clonazepam", "benzodiazepine"),
    Found("clomipramine", "Clomipramine", "antidepressant"),
]


def find(typed: str) -> list[Found]:
    return [found for found in MEDICINES if found.words.lower().startswith(typed.lower())]


def bands() -> tuple[Band, ...]:
    return (
        Band(Decimal(70), Decimal(140), "Below 140", BandTone.LOW),
        Band(Decimal(140), Decimal(160), "140 to 159", BandTone.MIDDLE),
        Band(Decimal(160), Decimal(180), "160 and over", BandTone.HIGH),
    )


def pressure_shape() -> ChartShape:
    marks = [("Nov 25", 128, 80), ("Mar", 132, 82), ("Jun", 134, 84), ("Sep", 138, 84), ("Today", 142, 90)]
    return ChartShape(
        "Blood pressure over time",
        "mmHg",
        Decimal(70),
        Decimal(180),
        tuple(Mark(when, Decimal(a), Decimal(b)) for when, a, b in marks),
        bands(),
        Decimal(90),
        "Lower: 90",
    )


def weight_shape() -> ChartShape:
    marks = [
        ("Jan", "77.9", 0.0),
        ("Mar", "79.6", 0.14),
        ("May", "82.0", 0.42),
        ("Sep", "83.4", 0.77),
        ("Today", "84.6", 1.0),
    ]
    return ChartShape(
        "Weight over time",
        "kg",
        Decimal(76),
        Decimal(87),
        tuple(Mark(when, Decimal(value), along=along) for when, value, along in marks),
        (
            Band(Decimal(76), Decimal("81.7"), "BMI below 30", BandTone.LOW),
            Band(Decimal("81.7"), Decimal(87), "BMI 30 and over", BandTone.MIDDLE),
        ),
    )


def fields_one() -> QWidget:
    drink = Choice("How often", DRINKS, fills=True, compact=True)
    drink.set_value("month")
    place = Choice("Where", options(home="Home", clinic="Clinic", phone="Phone", video="Video"), fills=True)
    done = Choice("How did it go", options(done="Done", partly="Partly", not_done="Not done"))
    done.set_value("not_done")
    ids = TickList(
        "Identifiers", options(name="Name", born="Date of birth", address="Address", nhs="NHS number")
    )
    ids.set_value(["born", "address"])
    left = Card(
        Captioned("How often do you have a drink containing alcohol?", drink),
        Captioned("Where", place),
        Captioned("Go swimming with Orla", done, hint="Nora, by 31-Oct-2026"),
        Captioned("Who: ask, then tick what Nora told you", ids),
        Captioned("In a narrow place", narrow()),
    )
    how = HowKnown("Blood pressure", TODAY)
    how.set_value(HowAnswer(How.FROM_RECORD, date(2026, 9, 16)))
    why = HowKnown("Waist", TODAY)
    why.set_value(HowAnswer(How.DECLINED, why="Would rather not today"))
    right = Card(Captioned("How we know", how), Captioned("How we know", why), own_words(), secret())
    return page("Fields: choices", Columns((left, 1), (right, 1), turn_at=1000))


def narrow() -> QWidget:
    words = options(never="Never", less="Less than once a month, or only at Christmas", weekly="Weekly")
    choice = Choice("Narrow", words)
    choice.set_value("less")
    return Held(Row(Beside(Row(choice), 220), Stretch()))


def own_words() -> QWidget:
    field = WordsField("What matters to you today", hint="In their own words", height=110)
    field.set_value(
        "I want to stop smoking before Christmas, and I want to know why I am so tired in the mornings."
    )
    return Captioned("What matters to you today", field)


def secret() -> QWidget:
    field = SecretField("Passphrase")
    field.line.setText("correct horse battery")
    field.refuse("That did not open the store. 3 tries are left before a wait.")
    return Captioned("Passphrase", field)


def fields_two() -> QWidget:
    fine = NumberField("Pulse", NumberRule(Decimal(30), Decimal(220), "beats a minute"))
    fine.set_value(Decimal(72))
    wrong = NumberField("First reading", PRESSURE)
    wrong.line.setText("1420")
    wrong.commit()
    doubt = NumberField(
        "Weight",
        NumberRule(Decimal(20), Decimal(400), "kg", 1),
        doubt=lambda kg: "83.4 kg in September. Is this right?",
    )
    doubt.line.setText("33,4")
    doubt.commit()
    pair = PairField("First reading", PRESSURE, PRESSURE)
    pair.set_value((Decimal(146), Decimal(92)))
    half = PairField("Second reading", PRESSURE, PRESSURE)
    half.upper_line.setText("142")
    half.commit()
    left = Card(
        Captioned("Pulse", fine),
        Captioned("First reading, upper", wrong),
        Captioned("Weight", doubt),
        Captioned("First reading", pair, hint="mmHg, seated"),
        Captioned("Second reading", half),
    )
    return page("Fields: typed", Columns((left, 1), (days_and_text(), 1), turn_at=900))


def days_and_text() -> QWidget:
    day = DayField("By when", earliest=TODAY)
    day.line.setText("1/12/2026")
    day.commit()
    short = DayField("Taken on", latest=TODAY)
    short.line.setText("16/9/26")
    short.commit()
    part = DayField("Started", partly=True)
    part.line.setText("sept 2024")
    part.commit()
    text = TextField("Why", hint="What got in the way?")
    return Card(
        Captioned("By when", day),
        Captioned("Taken on", short),
        Captioned("Started", part, hint="A month or a year will do."),
        Captioned("Why", text),
        Captioned("Medicine", SearchField("Medicine", find, hint="Type a generic or a brand name")),
    )


def search_open() -> QWidget:
    field = SearchField("Medicine", find, hint="Type a name")
    body = page(
        "Search",
        Card(
            Captioned("Medicine", field),
            Captioned("Dose", TextField("Dose")),
            Captioned("Since", DayField("Since")),
        ),
    )
    body.after = lambda: (field.line.setText("clo"), field._search("clo"), field._mark(1))  # type: ignore[attr-defined]
    return body


def prompts() -> list[QWidget]:
    why = Card(
        Words("Body mass index 31.1, 24-Nov-2026, measured", Voice.SMALL_TEXT, wraps=True),
        Words("Missing: waist, declined today.", Voice.CAUTION, wraps=True),
        surface=Surface.WELL,
        margins=(14, 10, 14, 10),
    )
    opened = PromptCard(
        Level.SOON,
        "Metabolic review with the prescriber",
        "Raised BMI and weight gain on clozapine, no review found since it began.",
        [Act("take_up", "Add to plan"), Act("done", "Already done"), Act("later", "Not now")],
        whom="for a nurse and the prescriber",
        why=why,
    )
    opened.show_why(True)
    return [
        PromptCard(
            Level.NOW,
            "Blood pressure is 184/122 with a headache",
            "Follow the local emergency card now.",
            [Act("a", "Open the card")],
        ),
        PromptCard(
            Level.URGENT,
            "Tell the clozapine team about the plan to stop smoking",
            "Less smoke changes clozapine levels within days, even with a patch.",
            [Act("why", "Why"), Act("plan", "Add to plan")],
        ),
        opened,
        PromptCard(Level.ROUTINE, "Blood pressure at home for 7 days", "142/90 today."),
        PromptCard(Level.GOOD, "Swimming again, with her sister", "Nora's own goal from September."),
    ]


def parts() -> QWidget:
    messages = [
        Message(
            "The last two answers are not on the disk yet",
            "All up to 11:01 is kept.",
            "Leave this window open, make room on the disk, then try again.",
            weight=Weight.GRAVE,
            acts=[Act("again", "Try again"), Act("elsewhere", "Save to another place")],
        ),
        Message(
            "A draft was found",
            "5 of 8 sections, saved at 17:42.",
            acts=[Act("on", "Carry on"), Act("keep", "Keep for later")],
        ),
        Card(Quote("I want to stop smoking before Christmas.", "Nora, 24-Nov-2026")),
        Flow(
            Tag("Measured", Tone.BARE, "gauge"),
            Tag("kept apart"),
            Tag("Today", Tone.CAUTION, "warning"),
            Tag("Done", Tone.GOOD, "tick"),
            Tag("New", Tone.INFO),
            Tag("Refused", Tone.DANGER),
        ),
        Flow(
            Button("Save and continue", Kind.PRIMARY),
            Button("Why"),
            Button("Add", Kind.PLAIN, icon="add"),
            Button("Discard", Kind.MUTED),
            Button("Why", Kind.PLAIN, icon="chevron_down", icon_after=True),
        ),
        Row(Avatar("NB"), Avatar("PN", 32), Brand(32), Stretch()),
    ]
    right = Column(*[Held(m) if not isinstance(m, QWidget) else m for m in messages], Stretch(), gap=12)
    return page(
        "Parts", Columns((Held(Column(*prompts(), Stretch(), gap=12)), 1), (Held(right), 1), turn_at=900)
    )


def charts() -> QWidget:
    reading = PairField("First reading", PRESSURE, PRESSURE)
    reading.set_value((Decimal(142), Decimal(90)))
    in_hand = InHand(
        Row(
            (Held(Column(Words("Blood pressure", Voice.HEADING), reading, gap=10)), 1),
            Beside(
                Column(
                    Words("Last time 138/84, 16-Sep-2026", Voice.SMALL), BandBars(pressure_shape()), gap=4
                ),
                276,
            ),
            gap=20,
            margins=(20, 10, 16, 10),
        )
    )
    icons = sorted(file.stem for file in (RESOURCES / "icons").glob("*.svg"))
    shown = Held(
        Flow(*[Held(Column(Picture(name, 24), Words(name, Voice.SMALL), gap=2)) for name in icons], gap=14)
    )
    return page(
        "Charts and icons",
        Column(Card(in_hand, Hair(), SmallTrend(weight_shape()), margins=(1, 1, 1, 1)), shown, Stretch()),
    )


def page(title: str, body: QWidget | Column | Columns) -> QWidget:
    inner = QWidget()
    inner.setLayout(Column(Words(title, Voice.TITLE), body, Stretch(), gap=14, margins=(28, 18, 28, 18)))
    return Scrolled(inner)


def frame() -> QWidget:
    stepper = Stepper()
    names = [
        "Opening",
        "Physical checks",
        "How life is going",
        "Areas Nora chose",
        "Medicines",
        "Carers",
        "What we found",
        "Care plan",
    ]
    steps = [
        Step(n, n, "Complete" if i < 2 else "Not started", Progress.DONE if i < 2 else Progress.NOT_STARTED)
        for i, n in enumerate(names)
    ]
    steps[2] = Step(names[2], names[2], "7 of 11 answered", Progress.BEGUN)
    steps[4] = Step(names[4], names[4], "List not confirmed", Progress.ATTENTION)
    stepper.show_steps(steps, names[2])
    bar = ProgressBar()
    bar.show_done(2, 8)
    side = Beside(
        Column(
            Held(Column(Words("Consultation", Voice.SUBHEADING), bar, margins=(24, 18, 24, 8))),
            stepper,
            Stretch(),
            gap=0,
        ),
        244,
    )
    side_card = Card(Scrolled(side), surface=Surface.PLAIN, margins=(0, 0, 0, 0))
    side_card.setProperty("look", "side")
    foot = StatusFoot("Save and continue")
    foot.show_saved("Saved at 10:58")
    foot.show_folded(sections=True, prompts=3)
    foot.add(Button("Print", Kind.PLAIN, icon="printer"))
    side_card.setVisible(1366 / theme.scale() >= 1200)
    foot.show_folded(sections=side_card.isHidden(), prompts=3)
    root = QWidget()
    centre = Column((fields_two(), 1), foot, gap=0)
    root.setLayout(Column(Banner(NORA), Row(side_card, (Held(centre), 1), gap=0), gap=0))
    return root


def long_banner() -> QWidget:
    long = Identity(
        "WILLIAMS-FEATHERSTONE-MONTGOMERY, Christopher Alexander Bartholomew (Mr)",
        "Likes to be called Chris",
        "14-Mar-1979 (47y)",
        "999 068 7110",
        "Allergies: penicillin (rash), aspirin (wheeze), co-trimoxazole (severe skin reaction), latex, nuts, "
        "clozapine (agranulocytosis, never again)",
        "Needs: British Sign Language interpreter, large print 18 pt, extra time, a quiet room, no stairs",
    )
    root = QWidget()
    banner = Banner(long)
    banner.show_evaluation(True)
    root.setLayout(Column(banner, (page("A long banner", Words("Nothing here is cut.")), 1), gap=0))
    return root


def sign_in() -> QWidget:
    screen = SignIn(STAFF, practice=True)
    screen.choose("1")
    return screen


def sign_in_wrong() -> QWidget:
    screen = SignIn([Person(p.name_id, p.name) for p in STAFF])
    screen.choose("2")
    screen.passphrase.line.setText("something else")
    screen.show_wrong(2)
    return screen


def cover() -> QWidget:
    screen = Cover("Ann Okafor", practice=True)
    screen.show_wrong(3)
    return screen


def codes() -> QWidget:
    screen = FirstRun(lambda account: None)
    screen.show_codes("2345 6789 FHJK MPQR WXY2 3456", "YXWR QPMK JHF9 8765 4322 3H4J")
    screen.codes.half_a.last.line.setText("3456")
    screen.codes.go.click()
    return screen


STAFF = [
    Person("1", "Priya Nair", "Nurse", "Signed in here today 08:31"),
    Person("2", "Tom Birch", "Health care assistant", "Signed in here Mon 23-Nov"),
    Person("3", "Dr Amara Obi", "Prescriber", "Signed in here 04-Nov-2026"),
]
SCREENS: dict[str, Callable[[], QWidget]] = {
    "fields_choices": fields_one,
    "fields_typed": fields_two,
    "search": search_open,
    "parts": parts,
    "charts": charts,
    "frame": frame,
    "long_banner": long_banner,
    "sign_in": sign_in,
    "sign_in_wrong": sign_in_wrong,
    "locked": lambda: Locked(STAFF, LockNote(time(11, 20), LockedBecause.QUIET, Kept.ALL), practice=True),
    "cover": cover,
    "first_run": lambda: FirstRun(lambda account: None),
    "first_run_codes": codes,
    "recovery": lambda: Recovery(STAFF, practice=True),
}


def shoot(app: QApplication, name: str, look: Theme, scale: float, out: Path, size: tuple[int, int]) -> None:
    theme.wear(app, look, scale)
    window = QWidget()
    window.setObjectName("canvas")
    box = QVBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    body = SCREENS[name]()
    box.addWidget(body)
    FocusRing(window)
    window.resize(*size)
    window.show()
    app.processEvents()
    getattr(body, "after", lambda: None)()
    for _ in range(4):
        app.processEvents()
    file = out / f"{name}_{look.value}_{round(scale * 100)}.png"
    window.grab().save(str(file))
    for line in clipped(window):
        print(f"{file.stem}: {line}")  # noqa: T201
    window.close()
    shiboken6.delete(window)


def main() -> None:
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/look")
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    names = sys.argv[2].split(",") if len(sys.argv) > 2 else list(SCREENS)
    looks = [
        (Theme.LIGHT, 1.0),
        (Theme.DARK, 1.0),
        (Theme.CONTRAST, 1.0),
        (Theme.LIGHT, 1.5),
        (Theme.LIGHT, 2.0),
    ]
    for name in names:
        for look, scale in looks:
            shoot(app, name, look, scale, out, (1366, 768))


if __name__ == "__main__":
    main()
