"""Questions put together from several facts: most and fewest, both and not, one thing after another, what is told before."""

from each import each
from scocli.ask import ask
from scocli.dataset import load

TODAY = "2026-01-15"
DATA = load()


@each(
    ("question", "value"),
    [
        # superlatives over any relation
        ("Which member has hosted the fewest summits?", ["BY", "IR", "PK"]),
        ("Of the six founders, which has hosted the fewest summits?", ["KG", "TJ"]),
        ("Which founder has chaired the most summits?", ["CN", "KZ"]),
        ("Two countries share the record for hosting SCO summits. Which?", ["CN", "RU"]),
        ("Which country was an observer for the longest time?", ["MN"]),
        ("Which member was an observer for the shortest time before it was admitted?", ["BY"]),
        ("Which summit granted dialogue partner status to the most countries?", ["2022-samarkand"]),
        ("Which summit had the most guests?", ["2025-tianjin"]),
        ("Who got in later, Iran or Belarus?", ["BY"]),
        ("Which leader has attended the most summits?", ["Emomali Rahmon"]),
        ("Who chaired more than one summit since 2020?", []),
        ("How many different cities have hosted summits?", 14),
        # the same of several
        ("Which countries were observers both in 2010 and in 2016?", ["IN", "IR", "MN", "PK"]),
        ("Who was at the 2022 summit but not at the 2023 one? Countries, please.", ["AZ", "TR"]),
        ("Which countries turned up in Astana in 2024 but not in Tianjin a year later?", ["AE", "QA"]),
        ("The same person represented India in 2006, 2007 and 2008. Who was it?", ["Murli Deora"]),
        ("Who chaired both the 2014 and the 2021 summit?", ["Emomali Rahmon"]),
        (
            "Which leaders attended both the 2005 and the 2017 summits?",
            ["Emomali Rahmon", "Nursultan Nazarbayev", "Vladimir Putin"],
        ),
        ("Which leader has been at every single summit?", ["Emomali Rahmon"]),
        # one thing after another
        ("Which members were observers before they got in?", ["BY", "IN", "IR", "PK"]),
        ("Which country was first dialogue partner, then observer, then member?", ["BY"]),
        ("Was Belarus a member before it was an observer?", False),
        ("Has any country other than Belarus gone from dialogue partner to observer to member?", False),
        ("Which observers present in Samarkand later became members?", ["BY", "IR"]),
        ("Which country has been dialogue partner, observer and member, all three?", ["BY"]),
        # two numbers or days
        ("How many more members were there at the end of 2024 than at the end of 2016?", 4),
        ("Has Kyrgyzstan hosted more summits than Tajikistan?", False),
        ("Were there fewer observers than dialogue partners at the end of 2015?", False),
        ("Which came first: Mongolia as observer or Sri Lanka as dialogue partner?", ["MN"]),
        ("How many years passed between India becoming an observer and a member?", 11),
        ("Are all members founders except India?", False),
        ("Are all members founders except Belarus, India, Iran and Pakistan?", True),
        # years
        ("Was there any year from 2001 to 2025 without a summit?", False),
        ("In which years was there no summit?", []),
        ("Has there been a summit every year?", True),
        # first times
        ("When did the SCO take in new members for the first time?", "2017-06-09"),
        ("At which summit were new members admitted for the first time?", ["2017-astana"]),
        ("When did a summit first take place by video?", "2020-11-10"),
        # days, and who chaired
        ("Which summits since 2013 were over in one day?", ["2013-bishkek", "2020-moscow", "2023-new-delhi"]),
        ("Which summit was chaired by a country other than the host?", ["2003-moscow"]),
        ("tianjin summit 2025 chairman", ["Xi Jinping"]),
        ("Is there another country than Belarus that has been dialogue partner, observer and member?", False),
        # what is told before
        ("Narendra Modi came to Tashkent in 2016 for India, but who led the Pakistanis?", ["Mamnoon Hussain"]),
        ("Given that Uzbekistan chaired it, who hosted the 2022 summit?", ["UZ"]),
        ("Indonesia came to Tianjin, but what status does it hold?", "none"),
        ("Only one Secretary-General has come from Tajikistan. Who?", ["Rashid Alimov"]),
        ("Which two guests came to the summit in Beijing in 2012?", ["AF", "TM"]),
        # so long before, while somebody was in office, how many it reached
        ("Exactly ten years before Belarus was admitted as a full member, what was its status?", "dialogue-partner"),
        ("What was Iran's status a week after the New Delhi summit?", "member"),
        ("How many members were there two years after Iran joined?", 10),
        # the second of its own
        ("Where was the second summit in Russia held?", "Moscow"),
        ("When was the third summit chaired by Putin?", "2020-11-10"),
        ("Which was the third summit hosted by China?", ["2012-beijing"]),
        ("Was the 2025 summit hosted by Uzbekistan?", False),
        ("Did Russia host the first SCO summit?", False),
        ("Did Putin chair the first SCO summit?", False),
        ("Did China host the last SCO summit?", True),
        ("Which was the 22nd summit in Samarkand?", ["2022-samarkand"]),
        # those of a category that was merged, on the eve
        ("How many countries had observer status when the category was abolished?", 2),
        ("How many partners were there when the categories were merged?", 17),
        ("Where did Saudi Arabia get its first status?", "Dushanbe"),
        ("What was Turkey in the SCO during the Samarkand summit?", "dialogue-partner"),
        ("How many members were there on the first of July 2023?", 8),
        ("Which countries became members on the ninth of June 2017?", ["IN", "PK"]),
        ("What is the date of Armenia's dialogue partner memorandum?", "2016-04-16"),
        (
            "Who were the leaders present at the St Petersburg summit?",
            [
                "Askar Akayev",
                "Emomali Rahmon",
                "Islam Karimov",
                "Jiang Zemin",
                "Nursultan Nazarbayev",
                "Vladimir Putin",
            ],
        ),
        ("Are there fifteen partners?", False),
        # a summit with its year against another
        ("Did more countries attend the Tianjin summit than the Astana summit of 2024?", True),
        ("Did the Astana summit of 2024 have more participants than the Tianjin summit?", False),
        ("Were there more delegations in Tianjin in 2025 than in Astana in 2024?", True),
        ("How many more countries attended the Tianjin summit of 2025 than the Astana summit of 2024?", 8),
        # what had become so by then
        ("Had Belarus already become an observer by the time of the Tashkent summit of 2016?", True),
        ("Had India become a member when Iran joined?", True),
        ("Had Iran become a member by the time India joined?", False),
        ("Had China joined when the Charter entered into force?", True),
        ("Which countries joined when India joined?", ["IN", "PK"]),
        # what is left, not who left
        ("How many observers were left after Iran had become a member?", 3),
        ("Which observers were left after India joined?", ["AF", "BY", "IR", "MN"]),
        # people of an office, not summits
        ("How many Pakistani prime ministers have been at a summit?", 4),
        ("How many presidents of China have attended SCO summits?", 3),
        ("How many times did Indian prime ministers attend a summit?", 11),
        # people by their office
        ("Was the Emir of Qatar, Tamim bin Hamad Al Thani, at the Astana summit of 2024?", True),
        ("Was the Afghan leader Hamid Karzai in Shanghai in 2006?", True),
        ("Who was a member on New Year's Eve 2016?", ["CN", "KG", "KZ", "RU", "TJ", "UZ"]),
        ("Who were the dialogue partners a week before the Beijing summit of 2012 opened?", ["BY", "LK"]),
        (
            "Which summits fell within Muratbek Imanaliev's time as Secretary-General?",
            ["2010-tashkent", "2011-astana", "2012-beijing"],
        ),
        ("Which countries joined while Rashid Alimov was Secretary-General?", ["IN", "PK"]),
        ("On what date did membership reach ten for the first time?", "2024-07-04"),
        # alike, outnumbered, other than
        ("On 15 July 2015, did Nepal and Sri Lanka stand on the same footing?", True),
        ("By how many did the member states outnumber the observers on the last day of 2017?", 4),
        ("Which summits were not held wholly in person?", ["2020-moscow", "2021-dushanbe", "2023-new-delhi"]),
        ("In how many different Chinese cities have summits been held?", 4),
        ("Who was the first person to lead an Indian delegation at a summit?", ["K. Natwar Singh"]),
        (
            "Which countries held some status at the end of 2022 but none at the beginning of that year?",
            ["AE", "BH", "KW", "MM", "MV"],
        ),
        (
            "Leaving out the ten present members, which countries sent delegations to both the Samarkand summit and the Astana summit of 2024?",
            ["AZ", "MN", "TM", "TR"],
        ),
        (
            "Which delegations joined the 2021 Dushanbe summit by video rather than in the hall?",
            ["CN", "IN", "MN", "RU"],
        ),
        ("In what city did the fifteenth summit meet, and who was in the chair?", "Ufa"),
        # for how long, how long after
        ("Was Belarus an observer longer than it was a dialogue partner?", True),
        ("How many years longer was Iran an observer than India?", 6),
        ("Who was an observer longer, Iran or India?", ["IR"]),
        ("How many years did it take Iran to get from observer to member?", 17),
        ("How many years after India did Iran join?", 6),
        # of each of several
        ("Which countries that were at Samarkand as observers came to Tianjin as members?", ["BY", "IR"]),
        ("Did the same person chair the summits of 2011 and 2015?", False),
        ("Was Kazakhstan represented by the same person in 2010 and in 2015?", True),
        ("Who has represented Pakistan most often?", ["Asif Ali Zardari", "Shehbaz Sharif"]),
        ("Which prime minister has attended the most summits?", ["Narendra Modi"]),
        ("Did all six founders attend the 2005 summit?", True),
        ("Did every member send its president to Astana in 2024?", False),
        (
            "Which countries came to Tianjin for the first time?",
            ["AM", "EG", "ID", "KH", "LA", "MM", "MV", "MY", "NP", "VN"],
        ),
        ("Which countries have hosted exactly three summits?", ["KG", "TJ"]),
        ("Did India attend Tianjin but not Astana in 2024?", False),
        ("How many summits were there between India joining and Iran joining?", 6),
        (
            "Which countries joined between the Astana summit of 2017 and the Astana summit of 2024?",
            ["BY", "IN", "IR", "PK"],
        ),
        ("Which leaders attended the 2022 summit but not the 2025 one?", ["Ebrahim Raisi"]),
        # the third of theirs, not of all
        ("modi's third sco summit", ["2017-astana"]),
        ("azerbaijan president second sco summit", ["2024-astana"]),
        ("Which was Azerbaijan's second SCO summit?", ["2024-astana"]),
        ("Where was India's second summit?", "Shanghai"),
        ("When was Modi's third summit?", "2017-06-08"),
        ("Who hosted the second summit that Modi attended?", ["UZ"]),
        ("host of the 16th summit", ["UZ"]),
        # twice as yes or no is twice or more
        ("Has any country hosted a summit twice?", True),
        ("Has China hosted a summit twice?", True),
        ("Has China hosted a summit exactly twice?", False),
        ("Which countries hosted twice?", []),
    ],
)
def test_what_is_put_together_is_answered_as_a_whole(question, value):
    """Each part of it counts."""
    assert ask(DATA, question, TODAY).value == value
