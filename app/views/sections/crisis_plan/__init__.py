"""The crisis plan: mind and body side by side, who to call, wishes for when the person is unwell."""

from app.views.sections.crisis_plan.screen import CrisisPlanScreen as CrisisPlanScreen
