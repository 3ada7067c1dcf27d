"""Loading the shipped questions and quizzes: published, repeatable, and an editor's work is safe from it."""

from datetime import UTC, datetime

import pytest

from factories.content import COMMON, FILES, draw, write_content, write_file
from home.content.load import load_content
from home.content.schema import ContentError, read_content
from media.models import LibraryImage
from quizzes.models import Question, QuestionVersion, QuizPage

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
QUESTIONS = "questions/net.yaml"
QUIZ = "quizzes/net-quiz.yaml"
CHOICE = {
    "code": "net-01",
    "type": "single_choice",
    "difficulty": "easy",
    "stem": "几点以前能退？",
    "options": [{"text": "12:30", "right": True}, {"text": "no"}],
    "explanation": "因为。",
    "law": "《消费者权益保护法》第二十五条",
}
TRUE_FALSE = {"code": "net-02", "type": "true_false", "stem": "能退。", "right": False, "explanation": "不能。"}
SHARED = {
    "category": "网络购物/退货",
    "topics": ["online-shopping"],
    "audiences": ["junior"],
    "checked_on": "2026-11-25",
    "lesson": "return",
}
QUIZ_VALUES = COMMON | {
    "title": "网购测验",
    "slug": "net-quiz",
    "cover": "return",
    "intro": "答几道题。",
    "paper": [{"question": "net-01"}, {"draw": "1", "category": "网络购物"}],
    "bands": [{"from": "60", "title": "明白", "feedback": "不错。", "lessons": ["return"]}],
}


def write_questions(root, *questions, **shared):
    """The YAML as writers write it: JSON would quote the dates, so they are given unquoted."""
    values = {name: value for name, value in (SHARED | shared).items() if value is not None}
    write_file(root, QUESTIONS, values | {"questions": list(questions)})
    path = root / QUESTIONS
    path.write_text(path.read_text(encoding="utf-8").replace("'2026-11-25'", "2026-11-25"), encoding="utf-8")


@pytest.fixture
def root(tmp_path, settings, tmp_path_factory):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("uploads")
    write_content(tmp_path)
    section = {"title": "测验", "slug": "quizzes", "lists": "quizzes", "intro": "答几道题。"}
    write_file(tmp_path, "pages/sections.yaml", [*FILES["pages/sections.yaml"], section])
    write_questions(tmp_path, CHOICE, TRUE_FALSE)
    return tmp_path


def load(root):
    return load_content(content=read_content(root), now=NOW)


def errors(root):
    with pytest.raises(ContentError) as caught:
        read_content(root)
    return caught.value.errors


@pytest.mark.django_db
class TestLoading:
    def test_questions_are_published_with_what_they_name(self, root):
        outcome = load(root)
        assert (outcome.bank.created, outcome.bank.kept) == (2, 0)
        question = Question.objects.get(code="net-01")
        assert (question.live, question.current.number, question.category.path) == (True, 1, "网络购物/退货")
        assert [option["text"] for option in question.body["options"]] == ["12:30", "no"]
        assert question.lesson.slug == "return"
        assert [topic.slug for topic in question.topics.all()] == ["online-shopping"]

    def test_loading_twice_changes_nothing(self, root):
        load(root)
        before = list(Question.objects.order_by("pk").values()), list(QuestionVersion.objects.order_by("pk").values())
        outcome = load(root)
        assert (outcome.bank.created, outcome.bank.updated, outcome.bank.unchanged) == (0, 0, 2)
        after = list(Question.objects.order_by("pk").values()), list(QuestionVersion.objects.order_by("pk").values())
        assert before == after

    def test_a_changed_file_publishes_a_new_version(self, root):
        load(root)
        write_questions(root, CHOICE, TRUE_FALSE | {"right": True})
        assert load(root).bank.updated == 1
        question = Question.objects.get(code="net-02")
        assert (question.current.number, question.current.body) == (2, {"right": True})

    @pytest.mark.parametrize("publish", [True, False])
    def test_a_question_that_an_editor_touched_is_left_alone(self, root, publish):
        load(root)
        question = Question.objects.get(code="net-02")
        question.stem = "编辑改过。"
        revision = question.save_revision()
        if publish:
            revision.publish()
        write_questions(root, CHOICE, TRUE_FALSE | {"stem": "文件改过。"})
        assert (load(root).bank.kept, load(root).bank.updated) == (1, 0)
        assert Question.objects.get(code="net-02").get_latest_revision_as_object().stem == "编辑改过。"

    def test_what_an_editor_took_down_stays_down(self, root):
        load(root)
        Question.objects.get(code="net-02").unpublish()
        write_questions(root, CHOICE, TRUE_FALSE | {"stem": "文件改过。"})
        assert load(root).bank.kept == 1
        assert not Question.objects.get(code="net-02").live

    def test_panels_bring_the_episodes_picture_and_words(self, root):
        draw(root, "panels/prize/01.webp")
        draw(root, "panels/prize/02.webp", "#b6291f")
        write_questions(root, CHOICE | {"panel": {"comic": "prize", "number": 1}}, TRUE_FALSE)
        load(root)
        question = Question.objects.get(code="net-01")
        assert question.picture_alt == "奶奶举着手机"
        assert LibraryImage.objects.filter(file_hash=question.picture.file_hash).count() == 1

    def test_a_quiz_is_a_live_page_over_the_bank(self, root, client):
        write_file(root, QUIZ, QUIZ_VALUES)
        load(root)
        quiz = QuizPage.objects.get(slug="net-quiz")
        assert quiz.live
        assert quiz.get_parent().slug == "quizzes"
        assert quiz.paper[0].value["question"] == Question.objects.get(code="net-01")
        assert quiz.paper[1].value["category"].path == "网络购物"
        assert quiz.bands[0].value["lessons"][0].slug == "return"
        assert load(root).updated == []


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"code": "net-02"}, "编号用了不止一次"),
        ({"code": "网购一"}, "要用小写英文"),
        ({"explanation": ""}, "要写解析"),
        ({"topics": ["gardening"]}, "topics.yaml 里没有“gardening”"),
        ({"audiences": ["cats"]}, "audiences.yaml 里没有“cats”"),
        ({"lesson": "nowhere"}, "没有链接名是“nowhere”的页面"),
        ({"options": [{"text": "一"}, {"text": "二"}]}, "单选题要有一个"),
        ({"type": "essay"}, "不知道是哪种题"),
        ({"colour": "red"}, "这种题没有“colour”这一项"),
        ({"picture": {"art": "nowhere", "alt": "图"}}, "没有 art/pictures/nowhere.webp 这张图"),
        ({"picture": {"art": "nowhere"}}, "要写 art 和 alt"),
        ({"panel": {"comic": "prize", "number": 9}}, "而且要有这一格"),
        ({"checked_on": "去年"}, "日期要写成"),
        ({"points": 0}, "分数要是"),
    ],
)
def test_a_bad_question_is_named_with_its_file_and_reason(root, question, message):
    write_questions(root, CHOICE | question, TRUE_FALSE)
    found = errors(root)
    assert any(QUESTIONS in error and message in error for error in found), found


def test_a_law_needs_the_day_it_was_checked(root):
    write_questions(root, CHOICE, checked_on=None)
    assert any("核对日期" in error for error in errors(root))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"paper": [{"draw": "3", "category": "网络购物"}]}, "要 3 道题，题库里只有 2 道合适的"),
        ({"paper": [{"question": "nothing"}]}, "题库里只有 0 道合适的"),
        ({"paper": [{"draw": "2"}, {"question": "net-01"}]}, "凑不齐"),
        ({"paper": [{"draw": "1", "question": "net-01"}]}, "要么写 question"),
        ({"cover": "about"}, "“about”是 plain"),
        (
            {"bands": [{"from": "0", "title": "一", "feedback": "二", "lessons": ["nowhere"]}]},
            "没有链接名是“nowhere”的页面",
        ),
    ],
)
def test_a_bad_quiz_is_named_with_its_reason(root, values, message):
    write_file(root, QUIZ, QUIZ_VALUES | values)
    found = errors(root)
    assert any(QUIZ in error and message in error for error in found), found


def test_broken_yaml_and_double_keys_are_named(root):
    (root / QUESTIONS).write_text("questions: [\n", encoding="utf-8")
    assert any(QUESTIONS in error and "不是有效的 YAML" in error for error in errors(root))
    (root / QUESTIONS).write_text("category: 一\ncategory: 二\nquestions: []\n", encoding="utf-8")
    assert any("写了两次" in error for error in errors(root))
