"""What a careful buyer would say (contract §4): the findings of a conversation in, a verdict out.

`judge` leads: `judge_items` weighs the papers (with `exemptions`, `at_odds` and `later_pages`), `judge_answers` the
places and the day. `left_empty` and its neighbours know which places of the blanks operators leave open,
`conversation` which submission a mail belongs to, `decisions` what people have decided. Nothing here asks a clock, a
database or a network.
"""
