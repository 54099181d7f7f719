"""An invented person's plan. Phone numbers are Ofcom's drama numbers, the NHS number is in the test range."""

from app.reports.plan_paper import (
    Agreement,
    AgreementWords,
    BodyCheck,
    KeyWorker,
    MedicineLine,
    NotDone,
    NoticedEffect,
    PaperAction,
    PersonLine,
    PlanPaper,
    RatedArea,
    RatingMean,
    Ratings,
    RulesUsed,
    Signature,
    Supporter,
    WhenThingsGetWorse,
)

OWN_WORDS = "I want to play football with my boy again. And I want to stop feeling so heavy in the mornings."

RATED = (
    ("Mental health", "In the middle", 4, 3, False, ""),
    ("Physical health", "Very dissatisfied", 2, 3, True, "“I get out of breath on the stairs.”"),
    ("Job situation", "In the middle", 4, 2, False, ""),
    ("Accommodation", "Fairly satisfied", 5, 5, False, ""),
    ("Leisure activities", "Very satisfied", 6, 3, False, ""),
    ("Friendships", "Fairly satisfied", 5, 4, False, ""),
    ("Partner or family", "Very satisfied", 6, 6, False, ""),
    ("Personal safety", "I did not want to answer", None, 6, None, ""),
    ("Medication", "Fairly dissatisfied", 3, 4, True, ""),
    ("Practical help", "Fairly satisfied", 5, 5, False, ""),
    ("Meetings with mental health professionals", "Very satisfied", 6, None, False, ""),
)


def invented_plan() -> PlanPaper:
    """A whole plan with every part filled in."""
    return PlanPaper(
        plan_number="26-7Q2M",
        version=2,
        replaces="14 May 2026",
        review_by="19 May 2027",
        is_draft=False,
        is_practice=True,
        person=PersonLine("Daniel Okafor", "9 March 1984", "Danny", "999 000 0018"),
        made_on="Thursday 19 November 2026",
        place="at home",
        with_whom="Kim Hartley",
        own_words=OWN_WORDS,
        actions=(
            PaperAction(
                "I will",
                "walk to the park with Tom two times a week.",
                "Starting Saturday 21 November",
            ),
            PaperAction("Kim will", "check my blood pressure at home.", "Thursday 3 December"),
            PaperAction(
                "We will ask Dr Shah",
                "to look at my medicines with me: the heavy mornings, and my weight.",
                "Kim asks by Friday 27 November",
            ),
        ),
        next_visit="Thursday 3 December 2026, 2 pm, at my home. Kim comes.",
        key_worker=KeyWorker("Kim Hartley", "01632 960 142"),
        crisis=WhenThingsGetWorse(
            "Not sleeping. Curtains shut. Not answering the phone.",
            "Grace’s voice. A walk. Turning the radio off.",
            "Grace first, 07700 900 318. Then Kim.",
        ),
        going_well=(
            "“I take Tom to school every day now.”",
            "I have cooked four days a week since June.",
            "I walk to the shop. In May I took the bus.",
        ),
        ratings=Ratings(
            tuple(RatedArea(*row, is_treatment=row in RATED[8:]) for row in RATED),
            (
                RatingMean("My life, on average", "4.6", "7 of 8"),
                RatingMean("My treatment, on average", "4.7", "3 of 3"),
            ),
            "in May",
            ("Physical health", "Medication"),
        ),
        checks=(
            BodyCheck(
                "Blood pressure",
                "148 over 92",
                "In the range where it is measured again on other days.",
                "Kim will check it again at home on 3 December.",
            ),
            BodyCheck(
                "Weight",
                "96 kg (15 stone 2). In May 92 kg (14 stone 7).",
                "4 kg more in six months. Some medicines make people hungry. It could be linked.",
                "We will ask Dr Shah by 27 November.",
            ),
            BodyCheck(
                "Blood sugar (HbA1c)",
                "Taken 12 November.",
                "No result yet, so we cannot tell.",
                "Kim will phone me with it by 27 November.",
            ),
            BodyCheck(
                "Smoking",
                "About 12 roll-ups a day. I want to cut down.",
                "Cutting down is good for me. It can also make olanzapine stronger.",
                "I will tell Kim first, and she tells Dr Shah.",
            ),
            BodyCheck(
                "Alcohol", "About 4 units a week.", "Within the advice, up to 14 a week.", "Nothing needed."
            ),
        ),
        medicines=(
            MedicineLine("Olanzapine", "15 mg, each night", "To keep the voices quiet", "March 2019"),
            MedicineLine("Vitamin D", "800 units, each morning", "For my bones"),
            MedicineLine("Ibuprofen", "Some weeks, from the shop", "For my back"),
        ),
        medicines_note="We went through this list together on 19 November 2026.",
        noticed=(
            NoticedEffect("Heavy and sleepy until about 11 in the morning", "it bothers me a lot"),
            NoticedEffect("Hungry at night", "it bothers me a little"),
        ),
        questions=(
            "For my prescriber: what could help with this? Heavy and sleepy until about 11 in the morning.",
        ),
        supporters=(
            Supporter(
                "Grace Okafor, my sister",
                "May know: care plan, crisis, appointments and whereabouts.",
                "07700 900 318",
            ),
            Supporter("Joe Mensah, peer supporter", "My walking plan only.", "07700 900 527"),
        ),
        when_unwell="that I am safe, and to feed the cat",
        not_done=(
            NotDone(
                "Heart tracing (ECG)", "We did not have the machine. At the clinic on Monday 14 December."
            ),
            NotDone("Waist", "I chose not to today. That is fine. We will offer it again."),
        ),
        agreement=AgreementWords(
            Agreement.PARTLY,
            "Kim wants to check my blood pressure every week. I think every two weeks is enough.",
        ),
        copies=(
            "Grace",
            "Rowan Road Surgery and Dr Shah",
        ),
        signatures=(Signature("Kim Hartley, nurse", "Signed on 19 November 2026, 3.40 pm"),),
        rules_used=RulesUsed("2026.1", "3f9ac21e"),
    )
