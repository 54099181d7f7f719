"""What each role may do, in one place: said on the colleagues page and wherever a control is not offered."""

from app.models.account import Role

WHAT_EACH_MAY_DO = {
    Role.HEALTH_CARE_ASSISTANT: (
        "Holds visits, asks and measures, takes up prompts, and in an emergency does what must be done now. "
        "Hands over by name whatever only a nurse or prescriber settles. Finishes a visit; it then waits to "
        "be read and signed. Answers questions about it."
    ),
    Role.NURSE: (
        "All of that; decides prompts and passes them on by name; reads, asks back about and signs visits, "
        "their own and an assistant's; links two records of one person; adds and ends accounts."
    ),
    Role.PRESCRIBER: "All that a nurse may do here. The app prescribes nothing and advises on no dose.",
    Role.TEAM_LEAD: (
        "Holds and finishes visits as an assistant does; links two records of one person; adds and ends "
        "accounts. Signs no visit and asks "
        "nothing back."
    ),
}
