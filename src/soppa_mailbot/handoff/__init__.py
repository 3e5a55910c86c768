"""The hand-off: what the District's own offices get of a complete submission.

    verdict, mails, steps -> Packet -> cover sheet (HTML, PDF) and papers -> ZIP -> outbox

Everything but `sending` is plain functions.
"""
