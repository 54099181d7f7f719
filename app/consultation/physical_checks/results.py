"""The questions about results that come from elsewhere: blood and urine, each with its date.

Limits: research/clinical_rules.md section 1.3 (project proposals, mark K). Which medicine needs which result:
section 4.2. For anybody else they stand behind one question that opens them.
"""

from app.consultation.answers import YesNo
from app.consultation.physical_checks import when, when_blood, when_rhythm
from app.consultation.questions import Kind, Question, limits

OTHER_RESULTS = Question(
    Kind.CHOICE,
    "Other results to enter",
    hint="Yes opens kidney, salts, thyroid, liver, blood count, prolactin, levels, ECG and scores.",
    options=YesNo,
    asks_how=False,
)

WHITE_CELLS = Question(
    Kind.NUMBER,
    "White cells",
    unit="x10^9/L",
    hint="Total white cell count.",
    limits=limits("0", "500", "3.5", "20", "Is this in cells per mm3?"),
    places=2,
    series="white_cells",
    shown=when.needed_by("clozapine", "valproate", "carbamazepine"),
)

NEUTROPHILS = Question(
    Kind.NUMBER,
    "Neutrophils",
    unit="x10^9/L",
    hint="The count, not the share in %.",
    limits=limits("0", "100", "2", "9", "Is this in cells per mm3?"),
    places=2,
    series="neutrophils",
    shown=when.needed_by("clozapine", "valproate", "carbamazepine"),
)

CLOZAPINE_BLOOD_COUNT = Question(
    Kind.DAY,
    "Blood count for clozapine, last done",
    hint="As the clozapine service has it, if the counts themselves are not at hand.",
    never="None found",
    series="clozapine_blood_count",
    shown=when.is_on_clozapine,
)

HAS_OTHER_COUNT_LIMITS = Question(
    Kind.CHOICE,
    "The clozapine service has set other limits",
    hint="For example for benign ethnic neutropenia. Its own status of the count comes before ours.",
    options=YesNo,
    asks_how=False,
    shown=when.count_is_low_on_clozapine,
)

CLOZAPINE_LEVEL = Question(
    Kind.NUMBER,
    "Clozapine level",
    unit="mg/L",
    hint="Clozapine alone, not with norclozapine.",
    limits=limits("0.01", "20", "0.1", "0.8", "Is this in micrograms a litre?"),
    places=2,
    series="clozapine_level",
    shown=when.needed_by("clozapine"),
)

CLOZAPINE_HOURS = Question(
    Kind.NUMBER,
    "Hours since the last dose",
    unit="hours",
    limits=limits("0", "72", "10", "14", "A level is taken about 12 hours after. Is it right?"),
    shown=when.has_clozapine_level,
)

LITHIUM_LEVEL = Question(
    Kind.NUMBER,
    "Lithium level",
    unit="mmol/L",
    limits=limits("0.01", "10", "0.3", "1.2", "A tube with lithium heparin reads falsely high. Is it right?"),
    places=2,
    series="lithium_level",
    shown=when.needed_by("lithium"),
)

LITHIUM_HOURS = Question(
    Kind.NUMBER,
    "Hours since the last dose",
    unit="hours",
    limits=limits("0", "72", "10", "14", "Under 10 hours it reads falsely high. Is it right?"),
    shown=when.has_lithium_level,
)

EGFR = Question(
    Kind.NUMBER,
    "eGFR",
    unit="ml/min/1.73 m2",
    hint="Kidney. For over 90 write 90.",
    limits=limits("1", "200", "30", "130"),
    series="egfr",
    shown=when.kidney_tests_matter(on_lithium=True),
)

ACR = Question(
    Kind.NUMBER,
    "Urine ACR",
    unit="mg/mmol",
    limits=limits("0", "3000", "0", "30", "Is this in mg/g?"),
    places=1,
    series="acr",
    shown=when.kidney_tests_matter(on_lithium=False),
)

SODIUM = Question(
    Kind.NUMBER,
    "Sodium",
    unit="mmol/L",
    limits=limits("95", "190", "133", "146"),
    series="sodium",
    shown=when.needed_by("lithium", "carbamazepine"),
)

POTASSIUM = Question(
    Kind.NUMBER,
    "Potassium",
    unit="mmol/L",
    hint="A broken-down sample reads falsely high.",
    limits=limits("1.5", "10", "3.5", "5.3"),
    places=1,
    series="potassium",
    shown=when_rhythm.potassium_matters,
)

ADJUSTED_CALCIUM = Question(
    Kind.NUMBER,
    "Adjusted calcium",
    unit="mmol/L",
    limits=limits("1", "5", "2.1", "2.6", "Is this in mg/dL?"),
    places=2,
    series="adjusted_calcium",
    shown=when.needed_by("lithium"),
)

TSH = Question(
    Kind.NUMBER,
    "TSH",
    unit="mU/L",
    hint="Thyroid.",
    limits=limits("0.01", "300", "0.3", "6"),
    places=2,
    series="tsh",
    shown=when.needed_by("lithium"),
)

TSH_OUTSIDE_RANGE = Question(
    Kind.CHOICE,
    "TSH outside the laboratory's range",
    hint="As it stands beside the result.",
    options=YesNo,
    asks_how=False,
    shown=when.has_tsh_on_lithium,
)

ALT = Question(
    Kind.NUMBER,
    "ALT",
    unit="U/L",
    hint="Liver.",
    limits=limits("1", "20000", "1", "100"),
    series="alt",
    shown=when_blood.alt_matters,
)

PROLACTIN = Question(
    Kind.NUMBER,
    "Prolactin",
    unit="mIU/L",
    hint="Note pregnancy, breast feeding, stress or a fit before the sample.",
    limits=limits("1", "1000000", "40", "3000", "Is this in ng/mL or micrograms a litre?"),
    series="prolactin",
    shown=when.needed_by(tag="prolactin_high"),
)
