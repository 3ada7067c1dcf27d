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
    # query, the titles found, best first
    ("退货", [SEVEN, GUIDE]),
    ("七天无理由", [SEVEN]),
    ("七日无理由退货", [SEVEN]),
    ("无理由", [SEVEN]),
    ("预付卡", []),
]


def found(query: str) -> list[str]:
    return [page.title for page in Material.objects.live().public().search(query)]


@pytest.mark.parametrize(("query", "titles"), TABLE, ids=[row[0] for row in TABLE])
def test_query_finds_these_titles(pages, query, titles):
    assert found(query) == titles
