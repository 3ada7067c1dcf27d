"""Builds the pages that the search tests look for."""

import datetime

from wagtail.models import Page, PageViewRestriction, Site

from education.models import (
    ActivityIndexPage,
    ActivityPage,
    Audience,
    CourseIndexPage,
    CoursePage,
    GuideIndexPage,
    GuidePage,
    InspectionItem,
    LessonPage,
    NoticeIndexPage,
    NoticePage,
    Topic,
)

TOPICS = {"health": "保健品", "prepaid": "预付式消费", "online": "网络购物", "law": "法律"}
AUDIENCES = {"elder": "老年人", "middle": "初中", "contact": "联络员"}


def text(*paragraphs: str) -> list:
    """A stream of text blocks."""
    return [("text", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))]


def home_page() -> Page:
    """A root for the default site; a plain page will do."""
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=Page(title="首页", slug="search-front"))
    Site.objects.filter(is_default_site=True).delete()
    Site.objects.create(hostname="testserver", port=80, root_page=home, is_default_site=True)
    return home


class Builder:
    """Adds pages and remembers them by title."""

    def __init__(self, day: datetime.date):
        self.day = day
        self.pages: dict[str, Page] = {}
        self.home = home_page()
        self.topics = {slug: Topic.objects.create(slug=f"s-{slug}", name=name) for slug, name in TOPICS.items()}
        self.audiences = {
            slug: Audience.objects.create(slug=f"s-{slug}", name=name) for slug, name in AUDIENCES.items()
        }

    def add(self, parent: Page, page: Page, topics: str = "", audiences: str = "") -> Page:
        """Add a page with its topics and audiences (slugs, separated by spaces)."""
        parent.add_child(instance=page)
        if topics or audiences:
            page.topics = [self.topics[slug] for slug in topics.split()]
            page.audiences = [self.audiences[slug] for slug in audiences.split()]
            page.save()
        self.pages[page.title] = page
        return page


def build(day: datetime.date) -> dict[str, Page]:
    """Create the site and return its pages by title."""
    builder = Builder(day)
    courses = builder.add(builder.home, CourseIndexPage(title="课程目录", slug="s-courses"))
    guides = builder.add(builder.home, GuideIndexPage(title="指南目录", slug="s-guides"))
    activities = builder.add(builder.home, ActivityIndexPage(title="教案目录", slug="s-activities"))
    notices = builder.add(builder.home, NoticeIndexPage(title="公告目录", slug="s-notices"))
    add_lessons(builder, courses)
    add_others(builder, guides, activities)
    add_notices(builder, notices)
    return builder.pages


def add_lessons(builder: Builder, courses: Page) -> None:
    elder = builder.add(
        courses,
        CoursePage(
            title="长辈防骗第一课",
            slug="elder",
            summary="保健品、预付卡、会销：六种骗局逐个拆",
            intro="<p>讲给老年人听。</p>",
        ),
        "health prepaid",
        "elder",
    )
    builder.add(
        elder,
        LessonPage(
            title="保健品不是药：看懂“蓝帽子”",
            slug="blue-hat",
            summary="买保健食品前先查批准文号",
            steps=[
                (
                    "step",
                    {
                        "title": "先看包装",
                        "body": text("找蓝帽子标志。保健品不能代替药物。", "保健品，保健品，还是保健品。"),
                    },
                )
            ],
        ),
        "health",
        "elder",
    )
    builder.add(
        elder,
        LessonPage(
            title="预付卡跑路了怎么办",
            slug="prepaid",
            summary="办卡之前问三句，商家关门走四步",
            steps=[
                ("step", {"title": "留证据", "body": text("合同、小票、聊天记录都是证据。退款要求书面提出。")}),
                ("step", {"title": "打12315", "body": text("先找商家，再找联络点，还可以拨打全国12315热线。")}),
            ],
        ),
        "prepaid",
        "elder contact",
    )
    builder.add(
        elder,
        LessonPage(
            title="網購陷阱：先行賠付是什麼",
            slug="online",
            summary="平台先赔，再向商家追偿",
            steps=[("step", {"title": "找平台", "body": text("平台承诺先行赔付的，应当履行承诺。")})],
        ),
        "online",
        "elder",
    )


def add_others(builder: Builder, guides: Page, activities: Page) -> None:
    builder.add(
        guides,
        GuidePage(
            title="中学生消费维权指南",
            slug="guide",
            summary="网购、充值、盲盒，十八岁以前要知道的事",
            intro="<p>依据《消费者权益保护法》第二十五条，网络购物七天内可以退货，不需要说明理由。</p>",
        ),
        "law online",
        "middle",
    )
    builder.add(
        activities,
        ActivityPage(
            title="课堂活动：模拟12315调解",
            slug="mediation",
            summary="分角色演一次投诉与调解",
            activity_kind="role-play",
            steps=[
                ("step", {"title": "分组", "minutes": 10, "text": "<p>一组当消费者，一组当商家，一组当联络员。</p>"})
            ],
        ),
        "law",
        "middle contact",
    )
    builder.add(
        activities,
        ActivityPage(
            title="AED与运动安全：买器材看认证",
            slug="aed",
            summary="学校、商场的自动体外除颤器谁来买、谁来管",
            activity_kind="workshop",
            steps=[("step", {"title": "看认证", "minutes": 20, "text": "<p>看CCC标志和GB 4706.1-2005标准号。</p>"})],
        ),
        "law",
        "middle",
    )


def add_notices(builder: Builder, notices: Page) -> None:
    def notice(title: str, slug: str, summary: str, body: str, topics: str, audiences: str, **fields) -> Page:
        page = NoticePage(title=title, slug=slug, summary=summary, date=builder.day, body=text(body), **fields)
        return builder.add(notices, page, topics, audiences)

    notice(
        "七天无理由退货：哪些能退，哪些不能退",
        "seven-days",
        "网购后悔权的边界",
        "定作的、鲜活易腐的、在线下载的、报纸期刊不适用。退货的商品应当完好。",
        "online law",
        "middle elder",
    )
    notice(
        "消法25条与55条：退一赔三",
        "law-25-55",
        "惩罚性赔偿怎么算",
        "经营者有欺诈行为的，增加赔偿的金额为价款的三倍；不足五百元的，为五百元。",
        "law",
        "contact",
        notice_kind="law",
    )
    notice(
        "3·15晚会曝光：听说“神药”",
        "party",
        "神医、神药、免费鸡蛋",
        "市场监管局已经立案。",
        "health",
        "elder",
    )
    inspection = notice(
        "抽检信息（２０２６年第１期）",
        "inspection",
        "食品抽检结果",
        "共抽检一百批次。",
        "health",
        "elder",
        notice_kind="inspection",
    )
    inspection.inspection_items = [
        InspectionItem(product="黑芝麻糊", producer="沪上食品厂", passed=False, finding="黄曲霉毒素超标")
    ]
    inspection.save()
    notice(
        "联络点开放日：买和服务一起谈",
        "open-day",
        "社区消费维权联络点欢迎你",
        "周六上午九点。",
        "law",
        "contact",
    )
    notice("和服租赁要看押金条款", "kimono", "拍照留证", "租一套和服，押金写进合同。", "law", "middle")
    builder.add(
        notices,
        NoticePage(title="退货草稿不应出现", slug="draft", summary="没有发布", date=builder.day, live=False),
        "law",
        "middle",
    )
    private = notice("退货内部资料不应出现", "private", "仅供内部", "内部。", "law", "contact")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
