"""The facts that prevention holds ready for rules, and how to ask for each."""

from app.consultation.fact_kinds import AskedIn
from app.consultation.prevention.valproate import VALPROATE

SECTION = "prevention"
WHICH_ORGANS = "Which of these do you have: cervix, womb, breast tissue, prostate?"
MOUTH = "Tooth pain, a swollen face, a dry mouth, sugary drinks, trouble hearing, a sore on a foot?"

_yes_no = AskedIn(SECTION).yes_no
_last = AskedIn(SECTION).last


VOCABULARY = (
    _yes_no("cervix_present", "Has a cervix", "organs", WHICH_ORGANS),
    _yes_no("womb_present", "Has a womb", "organs", WHICH_ORGANS),
    _yes_no("breast_tissue_present", "Has breast tissue", "organs", WHICH_ORGANS),
    _yes_no("prostate_present", "Has a prostate", "organs", WHICH_ORGANS),
    _yes_no(
        "cancer_warning_sign",
        "Sign for the GP",
        "warning_signs",
        "Any bleeding, a new lump, trouble swallowing, yellow skin, weight loss or bloating?",
    ),
    _last(
        "last_cervical_screening",
        "Cervical screening",
        "cervical_screening",
        "When was cervical screening last done?",
    ),
    _yes_no(
        "hpv_found_last_time", "HPV found in the last test", "hpv_found", "Was HPV found in the last test?"
    ),
    _yes_no(
        "screening_service_says_due",
        "The screening service says it is due",
        "service_says_due",
        "What does the screening service say: is cervical screening due?",
    ),
    _last(
        "last_breast_screening",
        "Breast screening",
        "breast_screening",
        "When was breast screening last done?",
    ),
    _last(
        "last_bowel_screening", "Bowel screening", "bowel_screening", "When was a bowel kit last returned?"
    ),
    _yes_no("aaa_scan_done", "AAA scan done", "aaa_scan", "Was the main artery ever scanned?"),
    _yes_no(
        "flu_vaccine_reason",
        "Reason for a free flu vaccine",
        "flu_reasons",
        "A long-term illness, caring for somebody, a care home, pregnant, or work in care?",
    ),
    _yes_no(
        "flu_vaccine_missing",
        "Flu vaccine of this season not had",
        "flu_vaccine",
        "Did you have this season's flu vaccine?",
    ),
    _yes_no(
        "pneumococcal_vaccine_had",
        "Pneumococcal vaccine had",
        "pneumococcal_vaccine",
        "Did you ever have the pneumococcal vaccine?",
    ),
    _yes_no(
        "shingles_vaccine_had",
        "Shingles vaccine had",
        "shingles_vaccine",
        "Did you ever have the shingles vaccine?",
    ),
    _yes_no(
        "virus_tests_done",
        "Tested for hepatitis B, C and HIV",
        "virus_tests",
        "Were you ever tested for hepatitis B, hepatitis C and HIV?",
    ),
    _last("last_dentist_visit", "Dentist", "dentist", "When did you last see a dentist?"),
    _last("last_eye_test", "Eye test", "eye_test", "When were your eyes last tested?"),
    _yes_no("tooth_pain", "Tooth pain", "mouth_ears_feet", MOUTH),
    _yes_no("swollen_face_or_fever", "Swollen face, or fever with it", "mouth_ears_feet", MOUTH),
    _yes_no("dry_mouth", "Dry mouth", "mouth_ears_feet", MOUTH),
    _yes_no("sugary_drinks", "Sugary drinks most days", "mouth_ears_feet", MOUTH),
    _yes_no("trouble_hearing", "Trouble hearing", "mouth_ears_feet", MOUTH),
    _yes_no("sore_on_foot", "Sore on a foot", "mouth_ears_feet", MOUTH),
    _yes_no(
        "could_become_pregnant",
        "Could become pregnant, without contraception all the time",
        "contraception",
        "Could you be pregnant, and is contraception used?",
    ),
    _yes_no("breast_feeding", "Breast feeding", "breast_feeding", "Are you breast feeding?"),
    _yes_no(
        "pregnant_or_trying",
        "Pregnant, or trying to be",
        "pregnancy",
        "Could you be pregnant, or are you trying?",
    ),
    *VALPROATE,
)

TOPICS = {
    "gp-sign": "Sign for the GP",
    "pregnancy": "Medicines and pregnancy",
    "screening": "Screening",
    "virus-tests": "Tests for viruses",
    "vaccines": "Vaccines",
    "mouth": "Mouth and teeth",
    "eyes-ears-feet": "Eyes, ears and feet",
}
