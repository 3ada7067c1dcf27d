"""A small content folder: one page of every kind, as writers would write them."""

from copy import deepcopy
from io import BytesIO
from pathlib import Path

import yaml
from PIL import Image

SUMMARY = "这一页讲一件身边的小事，读完就知道该怎么办、该找谁，说得明明白白。"
COMMON = {"summary": SUMMARY, "topics": ["online-shopping"], "audiences": ["junior"]}
COVERED = COMMON | {"cover_alt": "奶奶举着手机，孙女凑过来看。"}
LAW = {
    "law": "消费者权益保护法",
    "article": "第二十五条",
    "version": "2013 年修正",
    "plain": "网上买的东西，收到后七天内一般可以退。",
    "checked_on": "2026-11-25",
}
QUESTION = {
    "question": "拆封了还能退吗？",
    "options": [
        {"text": "能", "correct": True, "feedback": "对，拆开看看不等于不完好。"},
        {"text": "不能", "feedback": "再想想，七天里一般可以退。"},
    ],
}
BODY = [
    {"text": "**“定金”**不退。看[漫画](page:prize)，问[平台](https://example.org/a?b=1)，打 [12315](tel:12315)。"},
    {"law": LAW},
    {"case": {"situation": "客服说不退。", "action": "1. 留证据\n2. 打电话", "basis": "第二十五条。"}},
    {"myth_fact": {"myth": "特价不退。", "fact": "**有毛病**也得退。"}},
    {"checklist": {"title": "办卡之前", "items": ["看执照", "看合同"]}},
    {
        "claim_steps": {
            "title": "怎么办",
            "steps": [{"title": "先说", "text": "好好说。"}, {"title": "再打", "text": "打电话。"}],
        }
    },
    {"table": {"caption": "谁付运费", "header": ["情形", "谁付"], "rows": [["有毛病", "商家"], ["9:30", ""]]}},
    {"picture": {"art": "parcel", "alt": "桌上一个拆开的包裹", "caption": "先拍照。"}},
]
STEPS = [{"title": f"第{number}步", "body": BODY} for number in "一二三"]
TRY = {"title": "试一试", "body": [{"self_check": QUESTION}]}

FILES = {
    "topics.yaml": [{"slug": "online-shopping", "name": "网络购物", "colour": "indigo", "summary": "退货、快递"}],
    "audiences.yaml": [{"slug": "junior", "name": "初中"}],
    "glossary.yaml": [{"term": "定金", "also": ["订金"], "explanation": "说好了的钱，见[这一课](page:return)。"}],
    "pages/home.yaml": {
        "title": "明白消费",
        "slug": "mingbai",
        "kicker": "上海",
        "headline": "买得明白，｜也退得明白。",
        "lead": "五分钟一课。",
        "hero_alt": "弄堂口的小桌。",
        "featured": ["return"],
    },
    "pages/sections.yaml": [
        {"title": title, "slug": slug, "lists": slug, "intro": "都在这里。"}
        for slug, title in [
            ("courses", "课程"),
            ("guides", "指南"),
            ("activities", "教案"),
            ("comics", "漫画"),
            ("notices", "公告"),
        ]
    ],
    "pages/menus.yaml": {
        "main": [{"label": "课程", "page": "courses"}],
        "footer": [{"label": "关于我们", "page": "about"}],
    },
    "pages/about.yaml": {
        "title": "关于我们",
        "slug": "about",
        "updated_on": "2026-11-25",
        "body": [{"text": "### 我们\n\n是谁。"}],
    },
    "courses/net/course.yaml": COVERED | {"title": "网购不踩坑", "slug": "net-course", "intro": "两课。"},
    "courses/net/01-return.yaml": COVERED
    | {
        "title": "七天能退吗",
        "slug": "return",
        "objectives": ["学完能数七天", "学完能退货"],
        "checked_on": "2026-11-25",
        "steps": [*STEPS, TRY],
        "related": ["prize", "label-game"],
    },
    "guides/school/guide.yaml": COVERED
    | {"title": "中学生指南", "slug": "school", "edition": "2026 年版", "intro": "写给你。"},
    "guides/school/01-rights.yaml": COVERED
    | {
        "title": "我也是消费者",
        "slug": "rights",
        "checked_on": "2026-11-25",
        "sections": [
            {
                "title": "权利",
                "anchor": "rights",
                "body": [
                    {"text": "### 九项\n\n- 一项\n- 又一项"},
                    {"teacher_note": "**用时** 八分钟\n**讨论** 为什么"},
                ],
            }
        ],
        "activities": ["label-game"],
    },
    "activities/label-game.yaml": COVERED
    | {
        "title": "标签侦探",
        "slug": "label-game",
        "checked_on": "2026-11-25",
        "kind": "game",
        "setting": "indoor",
        "grade": "小学",
        "minutes": 15,
        "group_min": 10,
        "group_max": 40,
        "goals": ["会看标签"],
        "materials": ["空包装"],
        "steps": [
            {"title": "热身", "minutes": 5, "text": "说一说。"},
            {"title": "找一找", "minutes": 10, "text": "分组。"},
        ],
        "handouts": [{"title": "记录表", "body": [{"checklist": {"title": "找到了", "items": ["日期", "配料"]}}]}],
        "related": ["return"],
    },
    "comics/family/series.yaml": COVERED | {"title": "小敏一家", "slug": "family"},
    "comics/family/01-prize.yaml": COVERED
    | {
        "title": "中奖短信",
        "slug": "prize",
        "checked_on": "2026-11-25",
        "panels": [{"alt": "奶奶举着手机", "lines": [{"speaker": "奶奶", "text": "中奖了？"}]}] * 2,
        "related": ["return"],
    },
    "notices/2026-11-20-tip.yaml": COMMON
    | {"title": "先看三行字", "slug": "tip", "kind": "tip", "date": "2026-11-20", "body": [{"text": "看清楚。"}]},
    "notices/2026-11-21-drinks.yaml": COMMON
    | {
        "title": "冷饮抽检",
        "slug": "drinks",
        "kind": "inspection",
        "date": "2026-11-21",
        "body": [{"text": "演示数据。"}],
        "inspection_items": [
            {"product": "雪糕", "producer": "甲厂", "batch": "A1", "place": "东店", "finding": "合格", "passed": True}
        ],
    },
}


def write_file(root: Path, name: str, data) -> None:
    """Write one file below `root` as YAML; text is written as it is."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = data if isinstance(data, str) else yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


class Plain(yaml.SafeDumper):
    """No anchors: writers write none."""

    def ignore_aliases(self, data):
        return True


def write_content(root: Path) -> Path:
    """Write the whole folder; gives it back."""
    for name, data in FILES.items():
        write_file(root, name, data)
    return root


def change(root: Path, name: str, **values) -> None:
    """Write a file again with some of its values changed; None takes a value out."""
    data = deepcopy(FILES[name]) | values
    write_file(root, name, {key: value for key, value in data.items() if value is not None})


def draw(root: Path, name: str, colour: str = "#dcebe4") -> None:
    """Put a small picture at a path below art/."""
    path = root / "art" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    file = BytesIO()
    Image.new("RGB", (64, 40), colour).save(file, "WEBP")
    path.write_bytes(file.getvalue())
