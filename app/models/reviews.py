"""A finished visit goes back to whoever held it, with a question; to be answered and finished again."""

from datetime import datetime

from app.consultation.draft import Draft
from app.consultation.visit import Visit
from app.models import consultations
from app.models.account import MAY_SIGN
from app.models.audit import What
from app.models.consultations import MayNotSign, WrongState
from app.models.store import Store
from app.models.tables import ConsultationState, StaffRow


def ask_back(store: Store, draft: Draft, visit: Visit, now: datetime) -> None:
    """Give a finished visit back to whoever began it; its last question says why.

    What it left for later visits stands until it is finished again. Raises WrongState where that member of
    staff no longer signs in here: nobody could answer.
    """
    if store.staff.role not in MAY_SIGN:
        raise MayNotSign
    event = store.event(What.QUESTION_ASKED, now, person_id=draft.person_id, subject_id=draft.id)
    with store.transaction(event) as session:
        row = consultations.row_in(session, draft, ConsultationState.FINISHED)
        holder = session.get_one(StaffRow, row.started_by)
        if holder.ended_at is not None:
            raise WrongState(f"{holder.name} no longer signs in here, so nobody could answer.")
        consultations.keep(session, store, draft, visit, now)
        row.state = ConsultationState.DRAFT  # when it was finished stays: that tells it from one never held
