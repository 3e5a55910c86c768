"""Words for what is taught and measured: behind a maker's name each of them makes another product of it."""

from __future__ import annotations

from soppa_mailbot.finding.common.names import tokens

SUBJECTS = frozenset(
    tokens(
        """
    math maths mathematics algebra geometry calculus statistics reading writing literacy phonics grammar spelling
    vocabulary fluency english ela language languages spanish french german latin science sciences biology chemistry
    physics history civics social studies geography music art arts health coding programming typing keyboarding
    career careers behavior wellness assessment assessments screener screening test testing analytics
    """
    )
)
