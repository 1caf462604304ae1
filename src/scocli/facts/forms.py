"""Of what a select asks, and what of it."""

from typing import Literal, get_args

Subjects = Literal["countries", "summits"]
Form = Literal["list", "count", "any", "first", "last", "most", "fewest"]
FORMS: tuple[Form, ...] = get_args(Form)
