"""RSS of the notices."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .models import NoticePage


class NoticesFeed(Feed):
    """The thirty newest notices."""

    title = _("明白消费：提示与公告")
    description = _("消费提示、抽检信息、法律法规、动态和培训预告")
    link = "/notices/"

    def items(self):
        return NoticePage.objects.live().public().order_by("-date", "-pk")[:30]

    def item_title(self, item: NoticePage) -> str:
        return item.title

    def item_description(self, item: NoticePage) -> str:
        return item.summary

    def item_link(self, item: NoticePage) -> str:
        return item.full_url

    def item_pubdate(self, item: NoticePage) -> datetime:
        return timezone.make_aware(datetime.combine(item.date, time(9)))

    def item_categories(self, item: NoticePage) -> list[str]:
        return [item.get_notice_kind_display()]
