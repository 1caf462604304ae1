"""An answer as Markdown."""

import re

from scocli.answers import Answer, Table
from scocli.render import Look, footer, is_shown, notes_of, support, told_beneath
from scocli.render.palette import words
from scocli.text import visible

_BRACKETS = str.maketrans({"<": "%3C", ">": "%3E"})
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~$&])")
_ITEM = re.compile(r"^(\d*)([-+.)])")
"""What begins an item of a list where it begins a paragraph."""


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible(text))


def _paragraph(text: str) -> str:
    return _ITEM.sub(r"\1\\\2", _escape(text))


def _table(table: Table, look: Look) -> str:
    shown = [(i, column) for i, column in enumerate(table.columns) if is_shown(column, look)]
    lines = [
        "| " + " | ".join(_escape(column.heading) for _, column in shown) + " |",
        "|" + "|".join(" ---: " if column.role == "number" else " --- " for _, column in shown) + "|",
    ]
    lines += ["| " + " | ".join(_escape(words(row[i], column)) for i, column in shown) + " |" for row in table.rows]
    return "\n".join(lines)


def render(answer: Answer, look: Look) -> str:
    """The sentence, the tables, the notes, what else is asked for, and how far the data reach."""
    parts = [_paragraph(answer.text)]
    for table in told_beneath(answer, look):
        if len(answer.tables) > 1:
            parts.append(f"**{_escape(table.title)}**")
        parts.append(_table(table, look))
    if notes := notes_of(answer, look):
        parts.append("\n".join(f"- {_paragraph(note)}" for note in notes))
    if "disputes" in look.more and answer.disputes:
        parts.append("Disputes:\n\n" + "\n".join(f"- {_paragraph(dispute.text)}" for dispute in answer.disputes))
    if "sources" in look.more and answer.sources:
        lines = []
        for fact, keys in support(answer).items():
            lines.append(f"- {_paragraph(fact)}")
            for key in keys:
                source = answer.sources[key]
                dated = f", {_escape(source.published)}" if source.published else ""
                link = f"<{visible(source.url).translate(_BRACKETS)}>"  # which ends where it ends
                lines.append(f"    - {_escape(key)}: {_escape(source.publisher)}{dated}, {link}")
        parts.append("Sources:\n\n" + "\n".join(lines))
    parts.append(_paragraph(footer(answer, look)))
    return "\n\n".join(parts) + "\n"
