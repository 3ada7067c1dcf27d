"""The table of queries. It runs on whichever database DATABASE_URL names: both must give these results, in this order."""

import pytest

from education.models import Material

BLUE = "保健品不是药：看懂“蓝帽子”"
PREPAID = "预付卡跑路了怎么办"
COURSE = "长辈防骗第一课"
ONLINE = "網購陷阱：先行賠付是什麼"
GUIDE = "中学生消费维权指南"
MEDIATION = "课堂活动：模拟12315调解"
AED = "AED与运动安全：买器材看认证"
SEVEN = "七天无理由退货：哪些能退，哪些不能退"
LAW = "消法25条与55条：退一赔三"
PARTY = "3·15晚会曝光：听说“神药”"
INSPECTION = "抽检信息（２０２６年第１期）"
OPEN = "联络点开放日：买和服务一起谈"
KIMONO = "和服租赁要看押金条款"

TABLE = [
    # query, the titles found, best first; and why
    ("退货", [SEVEN, GUIDE]),  # the title before the text
    ("退", [SEVEN, LAW, GUIDE, PREPAID]),  # one character; a whole word only in the last two
    ("货", [SEVEN, GUIDE]),
    ("七天无理由", [SEVEN]),
    ("七日无理由退货", [SEVEN]),  # another way to say it
    ("无理由", [SEVEN]),  # inside a word of our dictionary
    ("由退", [SEVEN]),  # across two words
    ("预付卡", [PREPAID, COURSE]),
    ("预付", [PREPAID, COURSE]),
    ("卡跑路", [PREPAID]),
    ("办卡", [PREPAID]),
    ("預付卡", [PREPAID, COURSE]),  # traditional query, simplified title
    ("网购陷阱", [ONLINE]),  # simplified query, traditional title
    ("網購陷阱", [ONLINE]),
    ("先行赔付", [ONLINE]),
    ("网络购物", [ONLINE, GUIDE, SEVEN]),  # 网购 in titles and summaries
    ("惩罚性赔偿", [LAW]),  # in the summary
    ("三倍", [LAW]),  # in the text alone
    ("保健品", [BLUE, COURSE, INSPECTION, PARTY]),  # the last two by their topic's name
    ("保健食品", [BLUE, COURSE, INSPECTION, PARTY]),
    ("保健品骗局", [COURSE]),  # two words that do not stand together
    ("请问保健品要怎么查", [BLUE]),  # a question: stop words do not count
    ("蓝帽子", [BLUE]),
    ("“蓝帽子”", [BLUE]),  # signs do not count beside words
    ("看懂 蓝帽子", [BLUE]),
    ("蓝帽子看懂", [BLUE]),  # nor does the order
    ("联络点", [OPEN, PREPAID]),
    ("联络员", [MEDIATION]),  # in a step of the activity
    ("和服", [KIMONO, OPEN]),  # the word before the accident 和｜服务
    ("服务", [OPEN]),
    ("3·15", [PARTY, MEDIATION]),
    ("315", [PARTY, MEDIATION]),
    ("３.15晚会", [PARTY]),
    ("12315", [MEDIATION, PREPAID]),
    ("2315", [MEDIATION]),  # parts of numbers are found in titles
    ("打12315找联络点", [PREPAID]),
    ("消法25条", [LAW, GUIDE]),  # 《消费者权益保护法》第二十五条
    ("消费者权益保护法第二十五条", [LAW, GUIDE]),
    ("第五十五条", [LAW]),
    ("消法", [LAW, GUIDE]),
    ("AED", [AED]),
    ("ａｅｄ", [AED]),
    ("ED", [AED]),
    ("自动体外除颤器", [AED]),
    ("CCC", [AED]),
    ("GB4706.1", [AED]),  # GB 4706.1-2005
    ("ccc认证", [AED]),
    ("2026年第1期", [INSPECTION]),  # full-width in the title
    ("２０２６", [INSPECTION]),
    ("黑芝麻糊", [INSPECTION]),  # a product of the notice
    ("黄曲霉毒素", [INSPECTION]),
    ("市监局", [PARTY]),  # 市场监管局 in the text
    ("怎么办", [PREPAID]),  # nothing but stop words
    ("十八岁", [GUIDE]),
    ("“神药”", [PARTY]),
    ("《》", []),  # no title or summary has these
    ("火星移民", []),
    ("退货草稿", []),  # not published
    ("内部资料", []),  # not public
    ("黑芝麻糊 和服", []),
]


def found(query: str) -> list[str]:
    return [page.title for page in Material.objects.live().public().search(query)]


@pytest.mark.parametrize(("query", "titles"), TABLE, ids=[row[0] for row in TABLE])
def test_query_finds_these_titles(pages, query, titles):
    assert found(query) == titles


SUGGESTIONS = [
    # what was typed, the titles suggested, best first
    ("七", [SEVEN]),
    ("七天无", [SEVEN]),
    ("预", [PREPAID, COURSE]),
    ("联络", [OPEN]),
    ("不能退", [SEVEN]),
    ("a", [AED]),
    ("AE", [AED]),
    ("123", [MEDIATION]),
    ("3·", [PARTY, MEDIATION]),
    ("和服", [KIMONO, OPEN]),
    ("三倍", []),  # the text is not looked at
]


@pytest.mark.parametrize(("typed", "titles"), SUGGESTIONS, ids=[row[0] for row in SUGGESTIONS])
def test_typed_letters_suggest_these_titles(pages, typed, titles):
    assert [page.title for page in Material.objects.live().public().autocomplete(typed)] == titles
