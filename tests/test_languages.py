"""Questions in Russian and Chinese, and answers in these languages, on the frozen data set."""

import json
import re
import shlex
import string
from itertools import cycle
from pathlib import Path

import pytest

from scocli.ask import ask, explain, read
from scocli.ask.lexer import language_of, lex, split
from scocli.ask.tables import table
from scocli.ask.things import world_codes, world_lexicon
from scocli.ask.translation import translated
from scocli.cli.app import COMMANDS, examples
from scocli.cli.program import run
from scocli.dataset import load
from scocli.days import MONTHS
from scocli.errors import NotUnderstood
from scocli.facts.conditions import Among, ByWhom, Change, Founder, Held, Not, Predecessor, Role, Step
from scocli.facts.select import Has
from scocli.facts.time import Time
from scocli.languages import Language, answered
from scocli.queries.about import About
from scocli.queries.attendance import Attendance
from scocli.queries.changes import Changes
from scocli.queries.countries import Countries, NthCountry
from scocli.queries.history import History
from scocli.queries.status import Status
from scocli.queries.summit import SummitFacts
from scocli.queries.summits import Summits

TODAY = "2026-01-15"
DATA = load()
HERE = Path(__file__).parent
WORDS = HERE.parent / "src/scocli/ask/words"
LANGUAGES = ("ru", "zh")
SETTINGS = ("STEMMER", "LETTERS", "MENDED", "CASES")


def questions(language):
    lines = (HERE / "questions" / f"{language}.jsonl").read_text("utf-8").splitlines()
    return [(line["question"], line["value"]) for line in map(json.loads, lines)]


def value(question):
    try:
        return ask(DATA, question, TODAY).value
    except NotUnderstood:
        return None


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_answered_as_they_are_in_english(language):
    """Each question of the list has its value, and those with none are refused."""
    found = {question: value(question) for question, _ in questions(language)}
    assert found == dict(questions(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_are_in_the_language_of_the_question_and_name_questions_that_work(language):
    """A refusal has no English, and three questions that are answered."""
    wrong = []
    for question, right in questions(language):
        if right is not None:
            continue
        with pytest.raises(NotUnderstood) as refused:
            ask(DATA, question, TODAY)
        instead = refused.value.instead
        said = f"{refused.value} {refused.value.heading}"
        english = [letter for letter in said if letter in string.ascii_letters and letter not in question]
        if english or len(instead) != 3 or None in [value(other) for other in instead]:
            wrong.append((question, said, instead))
    assert not wrong
    assert sum(right is None for _, right in questions(language)) > 5


def test_the_reason_for_a_refusal_is_told():
    """What is not known is named; of the future, causes, opinions and other organisations it is said what they are."""
    reasons = {
        "Кто входит в абракадабру?": "Не понято, что значит «абракадабру».",
        "Почему Индия вступила в ШОС?": "На вопросы о причинах («почему») здесь не отвечают: есть только факты с датами и источниками.",
        "Вступит ли Турция в ШОС?": "О будущем («вступит») здесь не судят: есть только то, что было, и то, что объявлено.",
        "Сколько стран в НАТО?": "Вопрос о другой организации («нато»), а данные только о ШОС.",
        "Кто президент Казахстана?": "Вопрос не понят.",
        "北京天气怎么样": "未能理解：“天气”和“样”。",
        "印度为什么加入上合组织": "这里不回答原因（“为什么”）：只有带日期和来源的事实。",
        "上合组织应该扩大吗": "这里不作评价或建议（“应该”）：只有带日期和来源的事实。",
        "中国的首都": "资料中没有这方面（“首都”）的内容。",
        "кто был на саммите в Бишкеке": "Это может быть: Бишкек 2007, Бишкек 2013 и Бишкек 2019. Уточните вопрос.",
    }
    found = {}
    for question in reasons:
        with pytest.raises(NotUnderstood) as refused:
            ask(DATA, question, TODAY)
        found[question] = str(refused.value)
    assert found == reasons


def test_the_script_of_a_question_tells_its_language():
    """A name in another script makes no question one of its language."""
    told = {
        "who is in the SCO": "en",
        "When did Türkiye join?": "en",
        "When did 白俄罗斯 join the SCO?": "en",
        "Is Россия a member?": "en",
        "кто входит в SCO": "ru",
        "SCO成员国有哪些": "zh",
        "上合組織有哪些成員國": "zh",
    }
    assert {question: language_of(question) for question in told} == told


BECAME = Change("became", ("member",))
BECAME_LATER = Change("became", ("member",), Time("2001-06-16", None))
SENTENCES = [
    (Status(countries=("AZ",)), "Азербайджан — партнёр ШОС с 1 сентября 2025 года.", "阿塞拜疆自2025年9月1日起是上合组织伙伴。"),
    (Status(countries=("IN",), on="2010"), "На 31 декабря 2010 года Индия — наблюдатель при ШОС (с 5 июля 2005 года).", "2010年12月31日，印度是上合组织观察员国（自2005年7月5日起）。"),
    (Status(countries=("JP",)), "Япония не имеет статуса в ШОС.", "日本在上合组织中没有任何地位。"),
    (Status(countries=("US",)), "Соединенные Штаты не имеют статуса в ШОС.", "美国在上合组织中没有任何地位。"),
    (Status(countries=("JP",), on="2010"), "На 31 декабря 2010 года Япония не имела статуса в ШОС.", "2010年12月31日，日本在上合组织中没有任何地位。"),
    (Status(countries=("AZ", "JP"), on="2030"), "Азербайджан — партнёр ШОС с 1 сентября 2025 года (по состоянию на 1 сентября 2025 года). Япония не имеет статуса в ШОС (по состоянию на 1 сентября 2025 года).", "阿塞拜疆自2025年9月1日起是上合组织伙伴（截至2025年9月1日）。 日本在上合组织中没有任何地位（截至2025年9月1日）。"),
    (Status(countries=("RU",), on="2000"), "На 31 декабря 2000 года ШОС ещё не существовала: она основана 15 июня 2001 года.", "2000年12月31日，上合组织尚未成立：它于2001年6月15日成立。"),
    (Status(countries=("RU",), on="2000", is_=(Held(("member",)),)), "Нет. На 31 декабря 2000 года ШОС ещё не существовала: она основана 15 июня 2001 года.", "不是。2000年12月31日，上合组织尚未成立：它于2001年6月15日成立。"),
    (Countries(categories=("member",), on="2000", show="count"), "На 31 декабря 2000 года ШОС ещё не существовала: она основана 15 июня 2001 года.", "2000年12月31日，上合组织尚未成立：它于2001年6月15日成立。"),
    (Countries(where=(Change("became", ("member",), Time("2030", "2030")),), show="count"), "Новые члены ШОС (2030 год): в данных таких нет.", "资料中没有2030年成为上合组织成员国的国家。"),
    (Status(countries=("IR",), is_=(Held(("member",)),)), "Да. Иран — член ШОС с 4 июля 2023 года.", "是的。伊朗自2023年7月4日起是上合组织成员国。"),
    (Status(countries=("TR",), is_=(Held(("member",)),)), "Нет. Турция — партнёр ШОС с 1 сентября 2025 года.", "不是。土耳其自2025年9月1日起是上合组织伙伴。"),
    (Countries(categories=("observer",), on="2024-07-03"), "Наблюдатели при ШОС на 3 июля 2024 года (3): Афганистан, Беларусь и Монголия.", "截至2024年7月3日，上合组织观察员国共有3个：白俄罗斯、蒙古和阿富汗。"),
    (Countries(categories=("observer",)), "Наблюдатели при ШОС на 1 сентября 2025 года: нет. Последними ими были Афганистан и Монголия.", "截至2025年9月1日，已没有上合组织观察员国；最后的观察员国是蒙古和阿富汗。"),
    (Countries(categories=("member",), on="2016", show="count"), "Государства — члены ШОС на 31 декабря 2016 года: 6.", "截至2016年12月31日，上合组织有6个成员国。"),
    (Countries(where=(Change("became", ("member",), Time("2017", "2017")),)), "Новые члены ШОС (2017 год): Индия и Пакистан.", "2017年成为上合组织成员国的是印度和巴基斯坦。"),
    (Countries(where=(Change("became", ("member",), Time("2018", None)),)), "Новые члены ШОС (с 2018 года): Беларусь и Иран.", "2018年以来成为上合组织成员国的是伊朗和白俄罗斯。"),
    (Countries(where=(Change("became", ("member",), Time("2002", "2020")),)), "Новые члены ШОС (2002–2020 годы): Индия и Пакистан.", "2002年至2020年成为上合组织成员国的是印度和巴基斯坦。"),
    (Countries(where=(BECAME,), show="last"), "Беларусь стала членом ШОС позже всех — 4 июля 2024 года.", "最近成为上合组织成员国的是白俄罗斯（2024年7月4日）。"),
    (Countries(where=(BECAME,), has=Has((("IR",),))), "Да, Иран стал членом ШОС.", "是的，伊朗已成为上合组织成员国。"),
    (Countries(where=(Founder(),), has=Has((("IN",),))), "Нет, среди основателей ШОС Индия не значилась.", "不是，印度不是上合组织创始成员国。"),
    (NthCountry(where=(Change("became", ("member",), Time("2023-07-04", "2023-07-04")),), place=9), "Иран стал членом ШОС 4 июля 2023 года: это 9-е место по порядку вступления.", "第9个上合组织成员国是伊朗（2023年7月4日加入）。"),
    (Countries(where=(Founder(),)), "ШОС основали Казахстан, Киргизия, Китай, Россия, Таджикистан и Узбекистан.", "上合组织的创始成员国是中国、乌兹别克斯坦、俄罗斯、吉尔吉斯斯坦、哈萨克斯坦和塔吉克斯坦。"),
    (Countries(where=(Among(("CN", "JP")), Not(Held(("member",))))), "Из названных стран не член ШОС — Япония.", "所列国家中，不是上合组织成员国的是日本。"),
    (Countries(where=(Among(("PK", "BY")), BECAME), show="first"), "Раньше членом ШОС стал Пакистан: 9 июня 2017 года.", "先成为上合组织成员国的是巴基斯坦（2017年6月9日）。"),
    (Countries(where=(Among(("PK", "BY")), BECAME), show="last"), "Позже членом ШОС стала Беларусь: 4 июля 2024 года.", "后成为上合组织成员国的是白俄罗斯（2024年7月4日）。"),
    (Countries(where=(Change("left", ("member",)),)), "Из ШОС не выходила ни одна страна.", "没有国家退出过上合组织。"),
    (Countries(where=(Change("left", ("member",)),), has=Has((("IN",),))), "Нет, Индия из ШОС не выходила.", "没有，印度没有退出上合组织。"),
    (Countries(on="2010"), "Государства — члены ШОС на 31 декабря 2010 года (6): Казахстан, Киргизия, Китай, Россия, Таджикистан и Узбекистан. Наблюдатели при ШОС на 31 декабря 2010 года (4): Индия, Иран, Монголия и Пакистан. Партнёры ШОС по диалогу на 31 декабря 2010 года (2): Беларусь и Шри-Ланка.", "截至2010年12月31日，上合组织成员国共有6个：中国、乌兹别克斯坦、俄罗斯、吉尔吉斯斯坦、哈萨克斯坦和塔吉克斯坦。 截至2010年12月31日，上合组织观察员国共有4个：伊朗、印度、巴基斯坦和蒙古。 截至2010年12月31日，上合组织对话伙伴共有2个：斯里兰卡和白俄罗斯。"),
    (Countries(where=(Role("hosted"),)), "Саммиты ШОС принимали Индия, Казахстан, Киргизия, Китай, Россия, Таджикистан и Узбекистан.", "主办过上合组织峰会的国家有中国、乌兹别克斯坦、俄罗斯、印度、吉尔吉斯斯坦、哈萨克斯坦和塔吉克斯坦。"),
    (History(countries=("BY",), show="since", category=("member",)), "Беларусь стала членом ШОС 4 июля 2024 года.", "白俄罗斯于2024年7月4日成为上合组织成员国。"),
    (History(countries=("AZ",), show="since", category=("member",)), "Азербайджан не был членом ШОС. Азербайджан — партнёр ШОС с 1 сентября 2025 года.", "阿塞拜疆没有成为过上合组织成员国。阿塞拜疆自2025年9月1日起是上合组织伙伴。"),
    (History(countries=("IN", "PK"), show="since", category=("member",)), "Индия и Пакистан стали членами ШОС 9 июня 2017 года.", "印度和巴基斯坦于2017年6月9日成为上合组织成员国。"),
    (History(countries=("IN",), show="since", category=("member",), before="IR"), "Да, Индия стала членом ШОС раньше, чем Иран: 9 июня 2017 года.", "是的，印度成为上合组织成员国（2017年6月9日）早于伊朗。"),
    (History(countries=("IN",), show="since", category=("member",), after="IR"), "Нет, Индия стала членом ШОС не позже, чем Иран: 9 июня 2017 года.", "不是，印度成为上合组织成员国（2017年6月9日）并不晚于伊朗。"),
    (History(countries=("IN",), show="duration", category=("member",)), "Индия — член ШОС с 9 июня 2017 года; полных лет с того дня: 8.", "印度自2017年6月9日起是上合组织成员国，至今已满8年。"),
    (History(countries=("BY",)), "Беларусь: партнёр ШОС по диалогу с 16 июня 2009 года, наблюдатель при ШОС с 10 июля 2015 года и член ШОС с 4 июля 2024 года.", "白俄罗斯：自2009年6月16日起，为上合组织对话伙伴；自2015年7月10日起，为上合组织观察员国；自2024年7月4日起，为上合组织成员国。"),
    (SummitFacts(summit="2018-qingdao", show="date"), "Саммит ШОС в Циндао прошёл 9–10 июня 2018 года.", "上合组织青岛峰会于2018年6月9日至10日举行。"),
    (SummitFacts(summit="2025-tianjin", show="date"), "Саммит ШОС в Тяньцзине прошёл с 31 августа по 1 сентября 2025 года.", "上合组织天津峰会于2025年8月31日至9月1日举行。"),
    (SummitFacts(summit="2022-samarkand", show="city"), "Саммит ШОС 2022 года прошёл в Самарканде (Узбекистан).", "2022年上合组织峰会在撒马尔罕（乌兹别克斯坦）举行。"),
    (SummitFacts(summit="2019-bishkek", show="host"), "Саммит ШОС 2019 года принимала Киргизия.", "2019年上合组织峰会由吉尔吉斯斯坦主办。"),
    (SummitFacts(summit="2025-tianjin", show="chair"), "На саммите ШОС 2025 года председательствовал Си Цзиньпин.", "2025年上合组织峰会由习近平主持。"),
    (Summits(show="count"), "Саммитов ШОС прошло: 25.", "上合组织共举行过25次峰会。"),
    (Summits(where=(ByWhom("hosted", ("CN",)),), show="count"), "Китай: принято саммитов ШОС — 5.", "中国主办过5次上合组织峰会。"),
    (Attendance(subjects=("Narendra Modi",), at=("2025-tianjin",), show="any"), "Да, Нарендра Моди участвовал в саммите ШОС 2025 года.", "是的，莫迪出席了2025年上合组织峰会。"),
    (Attendance(subjects=("Kassym-Jomart Tokayev",), at=("2024-astana",), show="any"), "Да, Касым-Жомарт Токаев участвовал в саммите ШОС 2024 года.", "是的，托卡耶夫出席了2024年上合组织峰会。"),
    (Attendance(subjects=("TR",), at=("2022-samarkand",), show="any"), "Да, Турция участвовала в саммите ШОС 2022 года.", "是的，土耳其出席了2022年上合组织峰会。"),
    (Attendance(subjects=("Vladimir Putin", "Narendra Modi"), at=("2022-samarkand",), show="any"), "Да, Владимир Путин и Нарендра Моди участвовали в саммите ШОС 2022 года.", "是的，普京和莫迪出席了2022年上合组织峰会。"),
    (Attendance(subjects=("IN", "CN"), at=("2022-samarkand",), show="any"), "Да, Индия и Китай участвовали в саммите ШОС 2022 года.", "是的，印度和中国出席了2022年上合组织峰会。"),
    (Attendance(subjects=("JP",), at=("2018-qingdao",), show="any"), "Нет, Япония не участвовала в саммите ШОС 2018 года.", "没有，日本未出席2018年上合组织峰会。"),
    (Attendance(subjects=("IN",), at=("2025-tianjin",), show="people"), "Делегацию на саммите ШОС 2025 года (Индия) возглавлял Нарендра Моди.", "2025年上合组织峰会上，印度代表团团长是莫迪。"),
    (Attendance(subjects=("AF",), at=("2024-astana",), show="people"), "В источниках не отмечено, чтобы эту страну (Афганистан) на саммите ШОС 2024 года кто-либо представлял.", "资料中没有任何人代表阿富汗出席2024年上合组织峰会的记录。"),
    (Attendance(subjects=("MN",), at=("2004-tashkent",), show="people"), "Кто возглавлял делегацию (Монголия) на саммите ШОС 2004 года, в источниках не названо.", "资料中没有写明2004年上合组织峰会上蒙古代表团由谁率领。"),
    (Attendance(subjects=("FR",)), "Франция: участие в саммитах ШОС в источниках не отмечено.", "资料中没有法国出席上合组织峰会的记录。"),
    (Attendance(subjects=("FR",), show="count"), "Франция: участие в саммитах ШОС в источниках не отмечено.", "资料中没有法国出席上合组织峰会的记录。"),
    (Summits(where=(ByWhom("hosted", ("JP",)),), show="count"), "Япония: саммитов ШОС эта страна не принимала.", "日本没有主办过上合组织峰会。"),
    (Changes(from_="2024", to="2024"), "Смены статуса: Беларусь — член ШОС с 4 июля 2024 года.", "地位变化：白俄罗斯自2024年7月4日起为上合组织成员国。"),
    (SummitFacts(summit="2018-qingdao"), "Саммит ШОС прошёл в Циндао (Китай) 9–10 июня 2018 года.", "上合组织峰会于2018年6月9日至10日在青岛（中国）举行。"),
    (Attendance(subjects=("IN",), from_="2022", to="2022"), "Индия — участие в саммитах ШОС за это время (1): Самарканд 2022.", "印度在此期间出席的上合组织峰会（1次）：撒马尔罕 2022。"),
    (Status(countries=("IN",), is_=(Held(("observer",), "ever"),)), "Да, Индия была наблюдателем при ШОС.", "是的，印度曾是上合组织观察员国。"),
    (Countries(where=(Change("became", ("member",), Time("2017", "2017")), Not(Among(("PK",))))), "Кроме названных (Пакистан), членом ШОС стала Индия (2017 год).", "除巴基斯坦外，2017年成为上合组织成员国的是印度。"),
    (SummitFacts(summit="2022-samarkand", show="number"), "Саммит ШОС 2022 года в Самарканде был по счёту 22-м.", "2022年上合组织撒马尔罕峰会是第22次峰会。"),
    (Attendance(subjects=("Vladimir Putin",), at=("2021-dushanbe",), show="any"), "Да, Владимир Путин участвовал в саммите ШОС 2021 года по видеосвязи.", "是的，普京以视频方式出席了2021年上合组织峰会。"),
    (About(topic="chairmanship", show="next", country="IN"), "Председательство в ШОС после этой страны (Индия): Казахстан.", "印度之后的上合组织轮值主席国：哈萨克斯坦。"),
    (About(topic="founding", show="date"), "ШОС основана 15 июня 2001 года.", "上合组织于2001年6月15日成立。"),
    (About(topic="founding", show="city"), "ШОС основана в Шанхае.", "上合组织在上海成立。"),
    (About(topic="secretariat", show="city"), "Штаб-квартира (Секретариат) ШОС находится в Пекине.", "上合组织总部（秘书处）设在北京。"),
    (About(topic="languages", show="all"), "Официальные и рабочие языки ШОС — русский и китайский.", "上合组织的官方语言和工作语言是俄语和汉语。"),
    (About(topic="partner"), "Партнёр ШОС: единственный с 2025 года статус ниже членства, в который объединены наблюдатели и партнёры по диалогу.", "上合组织伙伴：2025年起成员国以外唯一的地位，由观察员国和对话伙伴合并而成。"),
    (About(topic="secretary-general", on="2017"), "Генеральный секретарь ШОС на 31 декабря 2017 года — Рашид Алимов.", "截至2017年12月31日，上合组织秘书长是阿利莫夫。"),
    (Countries(where=(Held(("member",), "ever", Time(None, "2016")),)), "В это время (до 2016 года включительно) членами ШОС были Казахстан, Киргизия, Китай, Россия, Таджикистан и Узбекистан.", "截至2016年曾是上合组织成员国的国家：中国、乌兹别克斯坦、俄罗斯、吉尔吉斯斯坦、哈萨克斯坦和塔吉克斯坦。"),
    (Countries(where=(Held(("member",), "ever", Time(None, "2023-07-03")),), show="count"), "Стран, которые в это время (до 3 июля 2023 года включительно) были членами ШОС: 8.", "截至2023年7月3日曾是上合组织成员国的国家有8个。"),
    (Countries(where=(BECAME_LATER,), show="first"), "Раньше всех членами ШОС (с 16 июня 2001 года) стали Индия и Пакистан.", "2001年6月16日以来最早成为上合组织成员国的是印度和巴基斯坦。"),
    (Countries(where=(BECAME_LATER,), show="last"), "Позже всех членом ШОС (с 16 июня 2001 года) стала Беларусь.", "2001年6月16日以来最后成为上合组织成员国的是白俄罗斯。"),
    (Countries(where=(Held(("member",), "ever"), Held(("observer",), "ever"))), "И наблюдателями, и членами ШОС были Беларусь, Индия, Иран и Пакистан.", "先后当过上合组织观察员国和成员国的有伊朗、印度、巴基斯坦和白俄罗斯。"),
    (Countries(categories=("member",), where=(Not(Role("hosted")),)), "Из членов ШОС саммиты не принимали Беларусь, Иран и Пакистан.", "成员国中，没有主办过上合组织峰会的是伊朗、巴基斯坦和白俄罗斯。"),
    (Countries(categories=("partner",), where=(Held(("observer",), "ever"),)), "Из нынешних партнёров ШОС в этом статусе (наблюдатель при ШОС) были Афганистан и Монголия.", "现有伙伴中，曾是上合组织观察员国的有蒙古和阿富汗。"),
    (Countries(where=(Role("hosted"),), show="most"), "Чаще всего саммиты ШОС принимали Китай и Россия.", "主办上合组织峰会次数最多的是中国和俄罗斯。"),
    (Countries(where=(Founder(), Not(Predecessor()))), "Среди основателей ШОС в «Шанхайскую пятёрку» не входил Узбекистан.", "上合组织创始成员国中，不属于“上海五国”的是乌兹别克斯坦。"),
    (Countries(where=(Predecessor(),), show="count"), "В «Шанхайскую пятёрку» входило стран: 5.", "“上海五国”有5个国家。"),
    (Countries(where=(Step("applied", ("member",)),), has=Has((("MN",),))), "Монголия: просьба о таком статусе (член ШОС) в источниках не отмечена.", "资料中没有蒙古申请成为上合组织成员国的记录。"),
    (Countries(where=(Step("applied"),), has=Has((("MN",),))), "Монголия: просьба о статусе в ШОС в источниках не отмечена.", "资料中没有蒙古申请上合组织地位的记录。"),
    (Countries(where=(Step("applied"),), has=Has((("IN",),))), "Да, Индия просила о статусе в ШОС.", "是的，印度申请过上合组织的地位。"),
    (SummitFacts(summit="2021-dushanbe", mode="video", show="countries"), "В саммите ШОС 2021 года по видеосвязи участвовали делегации (4): Индия, Китай, Монголия и Россия.", "以视频方式出席2021年上合组织峰会的代表团有4个：中国、俄罗斯、印度和蒙古。"),
    (SummitFacts(summit="2021-dushanbe", mode="in-person", show="countries"), "В саммите ШОС 2021 года очно участвовали делегации (8): Беларусь, Иран, Казахстан, Киргизия, Пакистан, Таджикистан, Туркменистан и Узбекистан.", "线下出席2021年上合组织峰会的代表团有8个：乌兹别克斯坦、伊朗、吉尔吉斯斯坦、哈萨克斯坦、土库曼斯坦、塔吉克斯坦、巴基斯坦和白俄罗斯。"),
    (SummitFacts(summit="2025-tianjin", capacity=("guest",), show="countries"), "Гости саммита ШОС 2025 года: Вьетнам, Индонезия, Лаос, Малайзия и Туркменистан.", "以客人身份出席2025年上合组织峰会的有印度尼西亚、土库曼斯坦、老挝、越南和马来西亚。"),
    (SummitFacts(summit="2022-samarkand", capacity=("observer",), show="absent"), "Из наблюдателей на саммите ШОС 2022 года отсутствовал Афганистан.", "观察员国中，缺席2022年上合组织峰会的是阿富汗。"),
    (Summits(to="2009", show="count"), "Саммитов ШОС за указанное время: 9.", "这段时间上合组织举行过9次峰会。"),
    (Attendance(subjects=("Vladimir Putin",), show="any"), "Да, Владимир Путин участвовал в саммитах ШОС.", "是的，普京出席过上合组织峰会。"),
    (Attendance(subjects=("Vladimir Putin",), show="missed-any"), "Нет, Владимир Путин не пропускал саммитов ШОС.", "没有，普京没有缺席过上合组织峰会。"),
    (About(topic="chairmanship", on="2024"), "Председательство в ШОС за это время: Казахстан (4 июля 2023 года – 4 июля 2024 года) и Китай (4 июля 2024 года – 1 сентября 2025 года).", "这段时间的上合组织轮值主席国：哈萨克斯坦 (2023年7月4日 – 2024年7月4日)和中国 (2024年7月4日 – 2025年9月1日)。"),
]  # fmt: skip
"""Queries, and what is said of their answers."""


def test_answers_are_said_as_somebody_who_knows_the_language_would():
    """Each kind of answer has its sentence, with names, days and forms of verbs in the language."""
    found = [
        (query, *(answered(DATA.in_language(language), query, TODAY).text for language in LANGUAGES))
        for query, *_ in SENTENCES
    ]
    assert found == SENTENCES


def test_notes_and_titles_are_said_by_the_phrases_of_a_language():
    """How a question was read, what the sources disagree on, what is not recorded; prose of the data stays English."""
    said = {
        "азербаджан член шос?": ["Прочитано «азербаджан» как «азербайджан»."],
        "Где штаб-квартира ШОС? Нужно для реферата.": ["Не учтено: «Нужно для реферата»."],
        "Иран в ШОС или нет": ["Источники расходятся (день вступления: Иран). Здесь принято: 4 июля 2023 года."],
        "Какие саммиты проходили в Москве?": ["Для заседания по видеосвязи указано место, откуда им руководили."],
        "老师让我们写作业，上合组织总部在哪？": ["未作考虑：“老师让我们写作业”。"],
        "伊朗是上合组织成员国吗？": ["来源说法不一（伊朗加入的日期）。此处采用：2023年7月4日。"],
    }
    missing = {
        question: notes[0] for question, notes in said.items() if notes[0] not in ask(DATA, question, TODAY).notes
    }
    assert not missing
    titles = {table.title for table in answered(DATA.in_language("ru"), Attendance(subjects=("IN",)), TODAY).tables}
    assert titles == {"Индия: участие", "Отмеченное отсутствие"}
    language = Language("zh")
    assert (
        language.said("First country to sign. It was at a summit.", {}) == "First country to sign. It was at a summit."
    )


def test_what_has_no_sentence_is_said_in_english_and_that_is_told():
    """The English sentence has English names; values, ids and keys are as ever, headings and cells are not."""
    found = answered(DATA.in_language("ru"), Changes(), TODAY)
    assert found.text.startswith("The status of countries changed")
    some = answered(
        DATA.in_language("ru"), Attendance(subjects=("IN", "JP"), at=("2022-samarkand",), show="any"), TODAY
    )
    assert some.text.startswith("No: Japan did not attend")
    assert found.notes[0] == "Этот ответ есть только на английском языке."
    assert [column.key for column in found.tables[0].columns] == ["date", "country", "code", "from", "to", "decided_at"]
    assert [column.heading for column in found.tables[0].columns] == [
        "Дата",
        "Страна",
        "Код",
        "Было",
        "Стало",
        "Решение",
    ]
    assert found.tables[0].columns[4].labels["member"] == "государство-член"
    assert {"member"} <= {row["to"] for row in found.to_rows()}


def test_a_heading_is_what_stands_under_it():
    """From and to are other words above days than above statuses."""
    shown = {language: answered(DATA.in_language(language), Summits(), TODAY).tables[0] for language in LANGUAGES}
    headings = {language: [column.heading for column in table.columns[2:4]] for language, table in shown.items()}
    assert headings == {"ru": ["Начало", "Окончание"], "zh": ["开始", "结束"]}


def test_what_a_summit_was_is_told_in_the_words_of_a_language():
    """Each fact and its value but a title and who has no other name, each decision and session: 'from' is the first day there, as above days."""
    for language in LANGUAGES:
        data = DATA.in_language(language)
        tables = [
            table for summit in data.meetings for table in answered(data, SummitFacts(summit=summit), TODAY).tables
        ]
        cells = {
            (column.key, column.labels.get(str(cell), str(cell)))
            for table in tables
            for row in table.rows
            for column, cell in zip(table.columns, row, strict=True)
            if cell and column.key in ("fact", "value", "decision", "session")
        }
        named = {name for met in data.meetings.values() for name in (met.theme, met.chair_person)}
        assert not {cell for cell in cells if re.search("[A-Za-z]{2}", cell[1])} - {("value", name) for name in named}
        assert ("fact", {"ru": "Начало", "zh": "开始"}[language]) in cells


def test_both_languages_say_the_same():
    """What one language has a text for the other has, with the same places to fill; no text has a place that nothing fills."""
    of = {language: Language(language) for language in LANGUAGES}
    grammar = re.compile("gender|place|.* (new|number of)$")
    keys = [{key for key in one._texts if not grammar.match(key)} for one in of.values()]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("live")
def test_words_of_a_language_are_known_in_english(language):
    """What a phrase is in English is read by the English reader, word for word; of a month alone it is not asked."""
    data = load()
    lexicon, codes = world_lexicon(data), world_codes(data)
    unknown = []
    for line in (WORDS / f"{language}.txt").read_text("utf-8").splitlines():
        english, _, phrases = line.partition(" = ")
        if phrases and english[0] not in "#/!-&" and not english.startswith(SETTINGS):
            tokens = lex(split(english.lstrip("^~@")), lexicon, codes)
            unknown += [english for token in tokens if token.kind == "UNKNOWN" and english not in MONTHS]
    assert unknown == []


RUSSIAN_OF_LIVE_DATA = (
    "Кто из них члены ШОС?",
    "Был ли кто-нибудь из Индии и Турции членом ШОС?",
    "День образования ШОС отмечается ежегодно",
    "ШОС: что за организация, какие страны в нее входят и какие у нее цели",
    "Какие страны входят в ШОС и её задачи?",
    "состав и цели шос",
    "цели шос и страны участники",
    "что говорится в хартии шос о целях",
    "«Шанхайский дух» — его суть",
    "Какой город станет местом проведения саммита 2027?",
    "кто принимает главные решения",
    "Саммит ШОС — 2027: в каком городе примут гостей?",
    "Где заседали премьеры стран ШОС (Совет глав правительств) осенью 2024-го?",
    "Решения в ШОС принимают консенсусом или большинством голосов?",
    "какой орган ШОС высший",
    "Кто возглавлял российскую делегацию на Совете глав правительств ШОС 2024 года?",
    "в чем заключается шанхайский дух",
    "какие задачи, записанные в хартии",
    "сколько принципов в шанхайском духе",
    "ШОС",
    "Какие организации были на саммите в Астане в 2024 году?",
    "Государства-члены ШОС (2026 г.): Россия, Китай, Индия и …",
    "Кто входит в Совет глав государств?",
    "Взаимное доверие, взаимная выгода, равенство, … — что это (Шанхайский дух)",
    "Как называют взаимное доверие, взаимную выгоду, равенство: что это?",
    "Когда секретариаты ШОС и АСЕАН подписали меморандум о взаимопонимании?",
    "Когда ШОС и СНГ подписали меморандум?",
    "Дата меморандума между ШОС и ОДКБ",
    "Чем занимается ШОС?",
    "Когда ШОС получила статус наблюдателя в ООН?",
    "Решения в ШОС принимаются большинством голосов. Верно или неверно?",
    "«Шанхайский дух» — что под этим понимают?",
    "суть шанхайского духа",
    "какой орган главный в шос",
    "Зачем создали ШОС?",
    "Шанхайский дух включает:",
    "К принципам шанхайского духа относится",
    "На каких принципах строится ШОС?",
    "Что такое СГГ ШОС?",
)
"""Questions of which the frozen data have no answer."""


@pytest.mark.slow
@pytest.mark.usefixtures("live")
def test_every_russian_pattern_is_needed():
    """Without it one of the questions has another answer, or is refused for another reason."""
    data, fitting = load(), {}
    known = table(data, "ru")
    patterns = [*known.patterns]

    def said(question):
        try:
            return (answer := ask(data, question, TODAY)).value, answer.text
        except NotUnderstood as refusal:
            return None, str(refusal)

    for question in (*(question for question, _ in questions("ru")), *RUSSIAN_OF_LIVE_DATA):
        text = known.plain(known.in_full(question))
        for pattern, words in patterns:
            if pattern.search(text):
                fitting.setdefault(pattern.pattern, []).append(question)
                text = pattern.sub(f" {words} ", text)
    answers = {question: said(question) for fits in fitting.values() for question in fits}
    idle = []
    for at, (pattern, _) in enumerate(patterns):
        known.patterns = patterns[:at] + patterns[at + 1 :]
        try:
            if all(said(question) == answers[question] for question in fitting.get(pattern.pattern, [])):
                idle.append(pattern.pattern)
        finally:
            known.patterns = patterns
    assert idle == [], "\n".join(idle)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_of_a_language_stands_for_two_things(language):
    """A phrase is in one line of the words of a language."""
    seen, twice = {}, []
    for line in (WORDS / f"{language}.txt").read_text("utf-8").splitlines():
        english, _, phrases = line.partition(" = ")
        if phrases and english[0] not in "#/" and not english.startswith(SETTINGS):
            twice += [phrase for phrase in phrases.split(", ") if seen.setdefault(phrase, english) != english]
    assert twice == []


def test_what_asks_comes_first_in_english():
    """The words of a question are put in the order that English has."""
    said = {
        "伊朗什么时候加入上合组织": "when Iran joined SCO",
        "上合组织成员国有哪些？": "which countries are members SCO?",
        "上合组织什么时候成立？有哪些成员国？": "when SCO founded and which countries are members?",
        "Входит ли Турция в ШОС?": "is it true that Türkiye in SCO?",
        "шос это": "what SCO",
        "Иран вступил в ШОС в ____ году": "when Iran joined SCO",
        "для чего нужна ШОС": "aims",
        "День образования ШОС отмечается": "sco day",
        "когда отмечают день образования ШОС": "when sco day SCO",
        "цели шос и страны участники": "which aims SCO and which countries members",
        "состав и цели шос": "which countries are members SCO and which aims",
        "Какие страны входят в ШОС и её задачи?": "which countries in SCO and which aims SCO",
        "Что такое ШОС, какие у нее цели?": "what SCO and which aims?",
        "РАТС ШОС: где?": "where anti-terrorist structure?",
        "Где секретариат ШОС? Пекин или Шанхай?": "where headquarters: Beijing, Shanghai",
        "上合组织总部在北京还是上海？": "where SCO headquarters: Beijing, Shanghai",
        "上合组织有几个成员国、几个伙伴国": "how many members SCO and how many partners",
        "中国和俄罗斯各举办过几次峰会": "how many times China hosted summit and how many times Russia hosted summit",
        "伊朗什么时候成为观察员国，什么时候成为成员国": "when Iran became observers and when Iran became member",
        "什么时候伊朗成为观察员国，什么时候成为成员国": "when Iran became observers and when Iran became member",
        "伊朗成为观察员国是什么时候，成为成员国呢": "when Iran became observers and when Iran became member",
        "上合组织峰会是2025年开的吗，在哪儿": "is it true that summit is 2025 held and where",
        "Кто представлял Индию в Астане или Уфе?": "who represented India in Astana or Ufa?",
    }
    assert {question: translated(DATA, question, language_of(question)).english for question in said} == said


@pytest.mark.usefixtures("live")
def test_turns_of_phrase_are_read_in_english_words():
    """What is asked of facts that only the live data have is put so that the English reader knows it."""
    said = {
        "上合组织总理会议是什么样的一种机制?": "what SCO Council of Heads of Government?",
        "上合组织决策靠投票还是协商一致": "what SCO decision making",
        "上合组织的决策原则是协商一致吗": "is it true that SCO decision making is by consensus",
        "“上海精神”是上海合作组织的灵魂，请写出其内容": "list shanghai spirit",
        "上海合作组织的决策机构中，级别最高的是哪个？": "which SCO highest body?",
        "巴基斯坦接棒上合轮值主席国，任期从何时开始？": "since when Pakistan is chairs SCO?",
        "上海精神的六个方面是什么": "which and what shanghai spirit",
        "内贾德出席过上合峰会吗": "is it true that Mahmoud Ahmadinejad attended summit",
        "艾哈迈迪-内贾德出席过上合峰会吗": "is it true that Mahmoud Ahmadinejad attended summit",
        "上合组织宗旨为何": "what SCO aims",
        "上合组织的常设机构是": "what SCO permanent bodies",
        "上合组织": "what SCO",
        "上海精神是哪年提出的": "when shanghai spirit proclaimed",
        "上海精神的六大内涵": "shanghai spirit mean",
        "哪个机构是上合组织最高机构": "what SCO highest body",
        "上合组织与东盟的谅解备忘录的时间": "when with ASEAN memorandum",
        "上合组织和集安组织的备忘录什么时候签的": "when with CSTO memorandum signed",
        "上合组织和独联体的备忘录什么时候签的": "when with CIS memorandum signed",
        "上合组织按照什么原则作出决定": "what SCO decision making",
        "上合组织遵循什么原则": "what SCO principles",
        "上合组织成立的宗旨": "SCO aims",
        "上合组织谁做决策": "SCO highest body",
        "《上海合作组织宪章》规定的最高机构是什么": "what SCO highest body",
        "上海合作组织区域反恐怖机构现任主任是谁？": "who SCO director of rats?",
        "“上合组织日”是每年的几月几日？": "when sco day?",
        "李强总理出席的2023年上合总理会议是哪天在比什凯克召开的？": "when Li Qiang prime minister 2023 meeting of heads of government that attended?",
        "上合组织成员国政府首脑（总理）理事会第二十四次会议举行地点": "where SCO 24th meeting of heads of government",
        "上海合作组织成员国政府首脑（总理）首次会晤在（ ）举行": "where SCO first meeting of heads of government held",
        "上合组织哪年获得联合国观察员地位": "when SCO observer at un",
        "上合总理会议共举行过几次": "how many times SCO meeting of heads of government",
    }
    data = load()
    assert {question: translated(data, question, "zh").english for question in said} == said


def test_a_year_is_told_from_todays():
    """Of next year only what was announced is told."""
    said = {
        "Where is the summit next year?": "Bishkek",
        "明年的峰会在哪里举行": "Bishkek",
        "来年峰会由哪国主办": ["KG"],
        "前年峰会在哪里举行": "New Delhi",
    }
    assert {question: ask(DATA, question, "2025-06-01").value for question in said} == said
    with pytest.raises(NotUnderstood):
        ask(DATA, "Which countries join next year?", "2025-06-01")


def test_what_a_question_is_for_is_left_aside_and_what_is_misspelt_is_mended():
    """Both are told; a part that names or denies something stays."""
    found = {
        "Где штаб-квартира ШОС? Нужно для реферата.": ("Beijing", ("Нужно для реферата",), ()),
        "老师让我们写作业，上合组织总部在哪？": ("Beijing", ("老师让我们写作业",), ()),
        "азербаджан член шос?": (False, (), (("азербаджан", "азербайджан"),)),
    }
    read_so = {question: read(DATA, question, TODAY) for question in found}
    assert {q: (value(q), r.left_aside, r.mended) for q, r in read_so.items()} == found
    assert value("Где штаб-квартира ШОС? Для реферата: не в Китае.") is None


def test_a_reading_tells_its_language():
    """What is read in English words keeps the question as it was asked."""
    reading = read(DATA, "кто входит в ШОС", TODAY)
    assert (reading.language, reading.question, reading.english) == ("ru", "кто входит в ШОС", "who in SCO")
    assert ("in other words", "who in SCO") in explain(DATA, "кто входит в ШОС", TODAY).tables[1].rows
    assert "in other words" not in dict(explain(DATA, "who is in the SCO", TODAY).tables[1].rows)


def test_the_language_that_is_asked_for_goes_before_that_of_the_question():
    """An answer is in the language of the names if that is set."""
    assert (
        ask(DATA.in_language("zh"), "Where is the headquarters of the SCO?", TODAY).text
        == "上合组织总部（秘书处）设在北京。"
    )
    assert ask(DATA, "Where is the headquarters of the SCO?", TODAY).text.startswith("The seat")


def test_every_command_answers_in_every_language():
    """No example of a command fails with a language: the first in one, the second in the other, and so on."""
    answering = [command for command in COMMANDS if command not in ("validate", "schema", "export", "help", "mcp")]
    shown = [shlex.split(example)[1:] for command in answering for example in examples(command) if "<" not in example]
    failed = [
        (words, language, said)
        for words, language in zip(shown, cycle(LANGUAGES), strict=False)
        if run([*words, "--lang", language], lambda _: None, (said := []).append, TODAY)
    ]
    assert not failed
    assert len(shown) > 20
