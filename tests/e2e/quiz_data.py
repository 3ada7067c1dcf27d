"""Quizzes for the browser tests, made in the demo site's own database by a process of its own.

python tests/e2e/quiz_data.py make                   → {"all": quiz id, "checked": …, "closed": …}
python tests/e2e/quiz_data.py deadline ATTEMPT SECONDS   the attempt ends that many seconds from now
python tests/e2e/quiz_data.py answers ATTEMPT        → the saved answers
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
django.setup()

from django.utils import timezone  # noqa: E402

from education.models import Audience, Topic  # noqa: E402
from factories.questions import make_question, quiz_index  # noqa: E402
from factories.site import make_image  # noqa: E402
from quizzes.models import Attempt, QuizPage  # noqa: E402

SLUG = "e2e-every-type"
CATEGORY = "浏览器测试"
QUESTIONS = [
    {
        "type": "single_choice",
        "stem": "小周在超市买到过期牛奶，花了 12 元。他可以要求的赔偿，**最低**是多少？",
        "body": {
            "options": [
                {"text": "退一赔三，36 元"},
                {"text": "最低 500 元"},
                {"text": "最低 1000 元", "right": True, "feedback": "赔偿不到一千元的，按一千元算。"},
                {"text": "只能换一瓶新的"},
            ]
        },
        "explanation": "食品不合格，可以要求价款十倍的赔偿；不足一千元的，为一千元。",
        "law": "《食品安全法》第一百四十八条",
        "checked_on": date(2026, 11, 25),
        "points": 2,
    },
    {
        "type": "multiple_choice",
        "stem": "收到“中奖”短信，要先交手续费。哪些做法是对的？",
        "body": {
            "options": [
                {"text": "不点短信里的链接", "right": True},
                {"text": "打官方客服电话核实", "right": True},
                {"text": "先交一点点试试"},
                {"text": "把验证码发给对方确认身份"},
            ],
            "rule": "half_if_incomplete",
        },
        "explanation": "先交钱的中奖，都是骗局。",
        "points": 4,
    },
    {
        "type": "true_false",
        "stem": "网上买的衣服拆开试穿过，就不能七天无理由退货。",
        "body": {"right": False},
        "explanation": "为了查验而试穿，不影响商品完好。",
    },
    {
        "type": "fill_in",
        "stem": "经营者有欺诈行为的，赔偿金额为价款的____，不足____元的，按这个数算。",
        "body": {"blanks": [["三倍", "3倍"], ["五百", "500"]]},
        "points": 2,
    },
    {
        "type": "numeric",
        "stem": "网购的商品，自收到之日起几天内可以无理由退货？",
        "body": {"answers": [{"value": "7", "tolerance": "0"}], "units": [{"name": "天"}]},
    },
    {
        "type": "ordering",
        "stem": "遇到消费纠纷，一般按什么顺序处理？",
        "body": {
            "items": ["先和商家协商", "请消费者组织调解", "向行政部门投诉", "申请仲裁或者起诉"],
            "rule": "per_position",
        },
        "points": 4,
    },
    {
        "type": "matching",
        "stem": "把情形和可以要求的赔偿连起来。",
        "body": {
            "pairs": [
                ["买到过期食品", "十倍，最少一千元"],
                ["商家卖假货", "三倍，最少五百元"],
                ["七天内想退", "退回价款"],
            ],
            "extra": ["什么也没有"],
        },
        "points": 3,
    },
    {
        "type": "case_study",
        "stem": "李奶奶在公园听了一场“健康讲座”，领了鸡蛋，又花 3980 元买了一套“能降血压”的保健品。\n回家以后孙女小敏发现，包装上写着“本品不能代替药物”，发票也没有。\n商家说：“拆开了就不能退。”",
        "body": {
            "parts": [
                {"type": "true_false", "stem": "保健品可以宣传能治病。", "points": 1, "right": False},
                {
                    "type": "single_choice",
                    "stem": "小敏第一步应该做什么？",
                    "points": 2,
                    "options": [{"text": "留好证据，向 12315 投诉", "right": True}, {"text": "自认倒霉"}],
                },
                {"type": "fill_in", "stem": "消费者投诉举报热线是____。", "points": 1, "blanks": [["12315"]]},
            ]
        },
        "explanation": "夸大功效是虚假宣传。",
    },
]


def make_quiz(slug: str, title: str, questions: list, **settings) -> QuizPage:
    quiz = QuizPage(title=title, slug=slug, summary="每种题型来一道，看看你明白多少。", **settings)
    quiz.paper = [("fixed", {"question": question, "points": None}) for question in questions]
    quiz_index().add_child(instance=quiz)
    quiz.topics.set(Topic.objects.all()[:2])
    quiz.audiences.set(Audience.objects.all()[:2])
    quiz.save()
    return quiz


def make() -> dict:
    """Make the quizzes once; return their ids."""
    if not QuizPage.objects.filter(slug=SLUG).exists():
        picture = make_image("漫画一格", size=(800, 500))
        questions = [make_question(category=CATEGORY, **fields) for fields in map(dict, QUESTIONS)]
        pictured = make_question(
            "true_false",
            category=CATEGORY,
            stem="图里的做法对吗？",
            picture=picture,
            picture_alt="奶奶把验证码念给电话里的人",
        )
        common = {"shuffle_questions": False, "pass_percent": 60}
        bands = [("band", {"from_percent": 0, "title": "继续加油", "feedback": "把错题再看一遍。", "lessons": []})]
        make_quiz(SLUG, "每周一测：买得明白", [*questions, pictured], time_limit=30, bands=bands, **common)
        make_quiz("e2e-checked", "一题一对", questions, reveal_during=["key", "explanations"], **common)
        make_quiz("e2e-closed", "已经结束的测验", questions[:1], closes_at=timezone.now() - timedelta(days=1))
        make_quiz(
            "e2e-hidden", "结束后公布", questions[:3], reveal_after=[], closes_at=timezone.now() + timedelta(days=9)
        )
        make_quiz("e2e-account", "要登录的测验", questions[:2], needs_account=True)
    return dict(QuizPage.objects.filter(slug__startswith="e2e-").values_list("slug", "pk"))


def deadline(attempt: str, seconds: str) -> dict:
    ends = timezone.now() + timedelta(seconds=float(seconds))
    return {"changed": Attempt.objects.filter(pk=attempt).update(deadline=ends)}


def answers(attempt: str) -> dict:
    return Attempt.objects.get(pk=attempt).answers


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    print(json.dumps({"make": make, "deadline": deadline, "answers": answers}[command](*arguments)))
