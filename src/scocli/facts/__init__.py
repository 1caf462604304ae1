"""What the data say: relations, conditions on them, selects, and verdicts of three values.

Nothing here knows a command line, a terminal or a clock: the day comes as a parameter.
"""
