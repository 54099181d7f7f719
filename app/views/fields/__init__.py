"""One accessible widget per kind of question.

Every field has `value()`, `set_value()`, `clear()` and `commit()`, and a signal `edited(value)` that it
emits only for committed values: the field was left, Enter was pressed, a choice was made. `set_value`
and `clear` never emit. What is on the screen and cannot be kept (refused) has the value None.
"""
