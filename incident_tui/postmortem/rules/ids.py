"""The ids of the rules of the blameless check, which people write into their documents."""

from typing import Final

HUMAN_ERROR: Final = "human-error"
OMISSION: Final = "omission"
HINDSIGHT: Final = "hindsight"
COUNTERFACTUAL: Final = "counterfactual"
JUDGEMENT: Final = "judgement"
CULPRIT: Final = "culprit"
BE_CAREFUL: Final = "be-careful"
