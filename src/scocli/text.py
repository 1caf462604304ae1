"""How words are compared, and how text from outside is made safe to show."""

import os
import re
import unicodedata
from itertools import filterfalse
from pathlib import Path

_LONGEST_QUOTE = 80
# What people write in place of each other: quotes, hyphens, letters that no decomposition takes apart.
_PLAIN = str.maketrans(
    dict.fromkeys("\u2019\u2018\u02bc\u02bb\u02b9\u2032`", "'")
    | dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-")
    | {"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه"}
)
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]")  # fmt: skip
"""What is not seen in a name: marks of direction, joiners, fillers, what draws Arabic out, choices among the forms of a character."""
_SIMPLIFIED = str.maketrans(
    "乾亞佈來倫偉偽傑僞內凱別剋剛勞區喬嚮囌國圖堅奧宮寧寶屬岡島嶼幹幾庫廣張強彆彿愛懞採揚撾敍敎敘時曏會東査楓極榦檯欽歐湯溫漢澤濛濟濤灣烏熱爾獅獨瑪甦甯盧眾矇祕範約納紐紹組維緬織羅羣義習聖聯脫臘臺與茲華萊萬葉蓆蓋薩蘇蘭衆衕衚裏裡託誌誕語諾謝讚貝買費賈賓賴賽贊輝達遠邁邊鄭錦鎔鏞長門開閤關雙雲靈韆韋韓頓領額顛颱馬鬆鬍魯鮑鮮麥齊",
    "干亚布来伦伟伪杰伪内凯别克刚劳区乔向苏国图坚奥宫宁宝属冈岛屿干几库广张强别佛爱蒙采扬挝叙教叙时向会东查枫极干台钦欧汤温汉泽蒙济涛湾乌热尔狮独玛苏宁卢众蒙秘范约纳纽绍组维缅织罗群义习圣联脱腊台与兹华莱万叶席盖萨苏兰众同胡里里托志诞语诺谢赞贝买费贾宾赖赛赞辉达远迈边郑锦镕镛长门开合关双云灵千韦韩顿领额颠台马松胡鲁鲍鲜麦齐",
)
"""Traditional characters, and the simplified ones that stand for them in Chinese names, as OpenCC has them."""
_WRITTEN = _PLAIN | _SIMPLIFIED


def fold(words: str) -> str:
    """The form in which two spellings of a name are equal: no case, no accents, no repeated spaces, plain quotes.

    'TÜRKİYE', 'Türkiye' and ' turkiye ' all give 'turkiye'. What is not seen is not there, and Chinese is in simplified
    characters.
    """
    if words.isascii():
        return " ".join(words.lower().replace("`", "'").split())
    apart = _UNSEEN.sub("", unicodedata.normalize("NFKD", words.replace("\u00b4", "'"))).casefold()
    bare = "".join(filterfalse(unicodedata.combining, apart))
    return " ".join(unicodedata.normalize("NFC", bare).translate(_WRITTEN).split())


def table(file: Path) -> dict[str, tuple[str, ...]]:
    """What stands in a file whose lines are each ``key = word, word``, but for those that begin with ``#``."""
    lines = (line.partition("=") for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {key.strip(): tuple(filter(None, map(str.strip, words.split(",")))) for key, _, words in lines}


FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
"""The flag of a country, in characters: two that stand for the letters of its code."""


def letters_of(flag: re.Match[str]) -> str:
    """The letters that a flag stands for, in capitals."""
    return "".join(chr(ord(char) - 0x1F1E6 + ord("A")) for char in flag[0])


_BYTES = re.compile("[\udc80-\udcff]")
"""What stands in an argument for bytes that were not known for text."""


def decoded(argument: str) -> str:
    """An argument as UTF-8, where the surroundings did not know its bytes for text."""
    if argument.isascii() or not _BYTES.search(argument):
        return argument
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument


def path_called(name: str) -> str:
    """The name of a file as the system takes it: what :func:`decoded` read is given back."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return os.fsdecode(name.encode("utf-8", "surrogatepass"))
    return name


def visible(text: str) -> str:
    r"""Text of one line, in which control, bidirectional and other invisible characters are written out, as ``\\x1b``.

    Whatever comes from an argument or a foreign data set passes here before it is shown, so that it can
    neither drive the terminal nor reorder what is read. Undecodable bytes (surrogates) become visible too.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def quoted(words: str) -> str:
    """Words as a message quotes them: what cannot be seen is written out, and they are cut where they are long."""
    return repr(words) if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]!r}..."


def capitalized(text: str) -> str:
    """A text as a sentence: its first letter a capital."""
    return text[:1].upper() + text[1:]


_WITH_ARTICLE = re.compile(r"^United |\b(Bahamas|Comoros|Emirates|Gambia|Islands|Netherlands|Philippines|Republic)$")


def with_article(name: str) -> str:
    """An English name of a country as it stands in running text: 'the United Arab Emirates', 'Azerbaijan'."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def ordinal(number: int) -> str:
    """A place in an order, in words as far as ten: 'ninth', '11th', '21st'."""
    if 0 < number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    tens, ones = divmod(number, 10)
    return f"{number}{'th' if tens % 10 == 1 else {1: 'st', 2: 'nd', 3: 'rd'}.get(ones, 'th')}"


def listed(items: list[str] | tuple[str, ...], last: str = "and") -> str:
    """Items as in a sentence: 'A', 'A and B', 'A, B and C'."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
