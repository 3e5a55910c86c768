"""Words that name a meeting of the Board: its day is the approval's only where none is named."""

from __future__ import annotations

from soppa_mailbot.finding.common.dates_arithmetic import MONTHS

BOARD_MEETS = (
    r"board(?:[ ]of[ ]education)?(?:'s)?(?:[ ]\w+)?[ ](?:meeting|agenda|date|vote|packet)s?",
    r"board[ ]of[ ]education",
    r"board[ ](?:will[ ]|next[ ])?meets?",
    r"(?:approv\w+|vote\w*|act(?:ion)?)(?:[ ]\w+){0,6}[ ](?:at|in|during)[ ](?:its|the|your|their|this|"
    r"next)[ ](?:\w+[ ])?meeting",
    # "The Board would have to vote on it at its January 12 meeting"
    r"(?:board|trustees|committee)[ ](?:[\w']+[ ]){1,5}?(?:vote|approve|act|decide)(?:[ ]\w+){0,4}[ ](?:at|in|"
    rf"during)[ ](?:its|the|your|their)(?=[ ](?:{MONTHS})\.?[ ]\d{{1,2}}(?:st|nd|rd|th)?[ ](?:\w+[ ])?"
    r"(?:meeting|session)\b)",
)
