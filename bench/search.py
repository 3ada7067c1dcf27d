"""How search scales: 5,000 synthetic pages, the queries of a day. Prints one JSON object.

    python bench/search.py [PAGES]

Uses an own database in a temporary folder, or the PostgreSQL database that BENCH_DATABASE_URL names (its tables are
created; use an empty one). Figures are ratios within one run wherever possible; milliseconds are of this machine.
"""

import json
import logging
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR = os.environ["MINGBAI_VAR"] = tempfile.mkdtemp(prefix="mingbai-bench-")
os.environ["DATABASE_URL"] = os.environ.get("BENCH_DATABASE_URL", f"sqlite:///{VAR}/bench.sqlite3")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]

WORDS_TEXT = """
七天 无理由 退货 预付卡 保健品 商家 消费者 赔偿 合同 发票 小票 证据 投诉 举报 调解 网购 直播 带货
价格 虚假 宣传 食品 标签 保质期 生产 日期 健身房 美容 教育 培训 退款 平台 责任 法律 规定
第二十五条 第五十五条 经营者 欺诈 三倍 五百元 12315 联络点 老年人 学生 盲盒 游戏 充值 家长 同意
旅游 低价 购物 强制 保险 理财 贷款 手机 维修 三包 汽车 召回 质量 检测 报告 超市 市场 社区 街道
学校 讲座 答题 竞赛
"""
WORDS = WORDS_TEXT.split()
QUERIES_TEXT = """
退货 预付卡 保健品骗局 七天无理由退货 消法25条 12315 退 的 3·15 健身房退款怎么办 老年人
联络点 食品标签保质期 直播带货虚假宣传 AED 火星移民 第五十五条 三倍赔偿 预付卡退款合同 者
"""
QUERIES = QUERIES_TEXT.split()


def sentence(rng: random.Random, words: int) -> str:
    return "".join(rng.choices(WORDS, k=words))


def build(pages: int) -> float:
    """Create the pages and return the milliseconds that indexing one page takes."""
    from django.db import transaction
    from django.db.models.signals import post_save
    from modelsearch.backends import get_search_backend
    from modelsearch.signal_handlers import post_save_signal_handler
    from wagtail.models import Page, Site
    from wagtail.signal_handlers import disable_reference_index_auto_update

    from education.models import Audience, Material, NoticePage, Topic

    rng = random.Random(315)  # noqa: S311 - the same pages and queries every time
    root = Page.objects.get(depth=1).add_child(instance=Page(title="首页", slug="bench"))
    Site.objects.update(root_page=root)
    topics = [Topic.objects.create(slug=f"t{n}", name=f"主题{n}") for n in range(9)]
    audiences = [Audience.objects.create(slug=f"a{n}", name=f"读者{n}") for n in range(7)]
    parent = root.add_child(instance=Page(title="公告", slug="notices"))
    new = [
        NoticePage(
            title=f"{sentence(rng, 4)}（{number}）",
            slug=f"n{number}",
            summary=sentence(rng, 10),
            date="2026-03-15",
            body=[("text", f"<p>{'，'.join(sentence(rng, 6) for _ in range(25))}。</p>")],
            kind=rng.choice(Material.Kind.values),
            path=parent._get_path(parent.path, parent.depth + 1, number),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}n{number}/",
            live=True,
            locale=parent.locale,
        )
        for number in range(1, pages + 1)
    ]
    post_save.disconnect(post_save_signal_handler, sender=NoticePage)  # indexed below, in bulk and timed
    with transaction.atomic(), disable_reference_index_auto_update():
        for page in new:
            page.topics = rng.sample(topics, 2)
            page.audiences = rng.sample(audiences, 2)
            page.save(clean=False)
        Page.objects.filter(pk=parent.pk).update(numchild=pages)
    backend = get_search_backend()
    saved = list(NoticePage.objects.prefetch_related("topics", "inspection_items"))
    start = time.perf_counter()
    for begin in range(0, len(saved), 500):
        backend.add_bulk(NoticePage, saved[begin : begin + 500])
    return (time.perf_counter() - start) / pages * 1000


def timings(call, rounds: int = 3) -> list[float]:
    """Milliseconds of `call(query)` for every query, several rounds after one that warms up."""
    for query in QUERIES:
        call(query)
    result = []
    for _ in range(rounds):
        for query in QUERIES:
            start = time.perf_counter()
            call(query)
            result.append((time.perf_counter() - start) * 1000)
    return result


def spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[int(len(ordered) * 0.95)], 1),
        "worst_ms": round(ordered[-1], 1),
    }


def main(pages: int) -> dict:
    import django

    django.setup()
    logging.disable(logging.CRITICAL)
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from education.models import Material
    from search.segment import fold, query_tokens

    call_command("migrate", verbosity=0)
    indexing = build(pages)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # what autovacuum does a minute later: statistics, pending entries of GIN
    public = Material.objects.live().public()
    client = Client()
    search = timings(lambda query: list(public.search(query)[:20]))
    suggest = timings(lambda query: list(public.autocomplete(query)[:8]))
    page = timings(lambda query: client.get("/search/", {"q": query}))
    like = timings(lambda query: list(public.filter(title__icontains=query)[:20]))
    titles = list(public.order_by("?").values_list("pk", "title")[:200])
    rng = random.Random(1)  # noqa: S311 - the same pages and queries every time
    found = 0
    for pk, title in titles:
        start = rng.randrange(len(title))
        part = title[start : start + rng.randint(1, 8)]
        found += not fold(part).strip() or public.filter(pk=pk).search(part).count()
    return {
        "database": connection.vendor,
        "pages": pages,
        "index_ms_per_page": round(indexing, 2),
        "search": spread(search),
        "suggest": spread(suggest),
        "search_page_with_facets": spread(page),
        "search_over_like_in_titles": round(statistics.median(search) / statistics.median(like), 2),
        "recall_of_title_parts": found / len(titles),
        "words_per_query": round(statistics.mean(len(query_tokens(query)) for query in QUERIES), 2),
    }


if __name__ == "__main__":
    try:
        print(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000), indent=2))
    finally:
        shutil.rmtree(VAR, ignore_errors=True)
