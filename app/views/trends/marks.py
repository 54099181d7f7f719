"""How a reading is known, as a shape: the same on the chart and in the key beneath it."""

from app.consultation.answers import How

SYMBOLS = {How.MEASURED: "o", How.SELF_REPORTED: "t1", How.FROM_RECORD: "s"}
"""pyqtgraph's names: a disc, a triangle, a square."""
UNUSUAL_SYMBOL = "d"
KEY_WORDS = {
    "o": "Measured",
    "t1": "Self-reported",
    "s": "From a record",
    UNUSUAL_SYMBOL: "Around it: unusual, was it right?",
}
