"""Sending text messages. A provider is one class, named by the setting SMS_BACKEND.

How to write a provider. Subclass SmsBackend anywhere on the Python path and implement `send`:

    class ExampleSmsBackend(SmsBackend):
        def send(self, phone, text, *, template, values):
            response = requests.post(
                "https://sms.example.com/send",
                json={
                    "to": phone.removeprefix("+86"),
                    "template": TEMPLATE_IDS[template],   # the ids that the operator approved
                    "values": values,
                },
                headers={"Authorization": os.environ["EXAMPLE_SMS_KEY"]},
                timeout=5,
            )
            if not response.ok:
                raise SmsError(f"provider answered {response.status_code}")

then set SMS_BACKEND=your.module.ExampleSmsBackend in the environment. Chinese operators only deliver approved
templates, so the call carries both: `text`, ready to read, for providers that take free text, and `template` with
`values` for those that don't. The templates are the keys of TEXTS; `values` holds the words in braces. Rules: a short
time-out (a person is waiting), SmsError for every failure, and neither the number nor the code in a log or in the
error's text.
"""

import logging
import sys
from abc import ABC, abstractmethod
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from .phones import mask_phone

logger = logging.getLogger(__name__)

TEXTS = {
    "login": _("【明白消费】登录验证码 {code}，5 分钟内有效。谁向您要这个码都不要给，我们的工作人员也不会要。"),
    "signup": _("【明白消费】注册验证码 {code}，5 分钟内有效。谁向您要这个码都不要给，我们的工作人员也不会要。"),
    "guardian": _(
        "【明白消费】有孩子请您同意他（她）在“明白消费”建立学习账号，我们会保存昵称、出生年份、联系方式和学习记录。"
        "您是监护人并且同意，就在孩子打开的网页上填写验证码 {code}（5 分钟内有效）；不同意就不用理会。"
    ),
    "delete": _("【明白消费】您正在注销账号，验证码 {code}，5 分钟内有效。不是您本人操作就不用理会，账号不会有变化。"),
    "unknown": _("【明白消费】有人想用这个手机号登录，但它还没有账号。是您本人的话，请先注册；不是就不用理会。"),
}


class SmsError(Exception):
    """The provider did not take the message. The text names neither number nor code."""


class SmsBackend(ABC):
    """What a provider must be able to do."""

    # Whether this backend only pretends to send: production refuses or reports it (users/checks.py).
    pretends = False

    @abstractmethod
    def send(self, phone: str, text: str, *, template: str, values: dict[str, str]) -> None:
        """Send one message to `phone` (E.164) or raise SmsError. See the module's text for the parameters."""


class ConsoleSmsBackend(SmsBackend):
    """Development: prints the message where the server runs."""

    pretends = True

    def send(self, phone: str, text: str, *, template: str, values: dict[str, str]) -> None:
        sys.stdout.write(f"\n---- SMS → {phone} ----\n{text}\n{'-' * 40}\n")
        sys.stdout.flush()


@dataclass(frozen=True)
class SentSms:
    """A message that LocmemSmsBackend took."""

    phone: str
    text: str
    template: str
    values: dict[str, str]


outbox: list[SentSms] = []


class LocmemSmsBackend(SmsBackend):
    """Tests: keeps messages in `outbox`."""

    pretends = True

    def send(self, phone: str, text: str, *, template: str, values: dict[str, str]) -> None:
        outbox.append(SentSms(phone, text, template, values))


def send_sms(*, phone: str, template: str, values: dict[str, str] | None = None) -> None:
    """Send one of TEXTS through the chosen backend. Raises SmsError."""
    values = values or {}
    if not settings.SMS_BACKEND:
        raise SmsError("SMS_BACKEND is not set")
    backend = import_string(settings.SMS_BACKEND)()
    try:
        backend.send(phone, str(TEXTS[template]).format(**values), template=template, values=values)
    except SmsError:
        logger.warning("SMS %s to %s was not sent", template, mask_phone(phone))
        raise
