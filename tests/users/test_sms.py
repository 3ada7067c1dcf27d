"""Text messages: the provider interface, and what production refuses."""

import logging
import os
import subprocess
import sys

import pytest
from django.conf import settings as project
from django.core.checks import ERROR, INFO

from users.checks import check_sms_backend
from users.sms import TEXTS, SmsBackend, SmsError, outbox, send_sms


class FailingBackend(SmsBackend):
    def send(self, phone, text, *, template, values):
        raise SmsError("no answer")


class RealBackend(SmsBackend):
    def send(self, phone, text, *, template, values):
        """Stands for a provider."""


def test_a_provider_gets_text_and_template():
    send_sms(phone="+8613812345678", template="login", values={"code": "123456"})
    sent = outbox[0]
    assert (sent.phone, sent.template, sent.values) == ("+8613812345678", "login", {"code": "123456"})
    assert "123456" in sent.text and sent.text.startswith("【明白消费】")


@pytest.mark.parametrize("template", TEXTS)
def test_every_text_can_be_filled(template):
    assert "{" not in str(TEXTS[template]).format(code="123456")


def test_a_failure_is_logged_without_number_or_code(settings, caplog):
    settings.SMS_BACKEND = f"{__name__}.FailingBackend"
    sys.modules.setdefault(__name__, sys.modules[FailingBackend.__module__])
    with caplog.at_level(logging.WARNING), pytest.raises(SmsError):
        send_sms(phone="+8613812345678", template="login", values={"code": "123456"})
    assert "138****5678" in caplog.text
    assert "13812345678" not in caplog.text and "123456" not in caplog.text


def test_the_console_prints_for_development(settings, capsys):
    settings.SMS_BACKEND = "users.sms.ConsoleSmsBackend"
    send_sms(phone="+8613812345678", template="signup", values={"code": "654321"})
    assert "654321" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("backend", "phone_login", "found"),
    [
        ("", True, ("users.E001", ERROR)),
        ("nowhere.Backend", True, ("users.E002", ERROR)),
        ("users.sms.SmsError", True, ("users.E003", ERROR)),
        ("users.sms.ConsoleSmsBackend", True, ("users.E004", ERROR)),
        ("users.sms.LocmemSmsBackend", True, ("users.I001", INFO)),
        ("", False, None),
    ],
)
def test_checks(settings, backend, phone_login, found):
    settings.SMS_BACKEND, settings.PHONE_LOGIN, settings.SMS_MAY_PRETEND = backend, phone_login, False
    messages = check_sms_backend(None)
    assert [(message.id, message.level) for message in messages] == ([found] if found else [])


def production(**environment: str) -> subprocess.CompletedProcess:
    """Load the production settings in a process of their own, as the server does."""
    base = {
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "mingbai.example",
        "PATH": os.environ["PATH"],
        "MINGBAI_VAR": "/tmp",
    }
    script = (
        "import config.settings.production as s;"
        "print(s.PHONE_LOGIN, sorted(s.ACCOUNT_LOGIN_METHODS), 'phone' in s.ACCOUNT_SIGNUP_FIELDS, s.MFA_REQUIRED_FOR_STAFF)"
    )
    return subprocess.run(
        [sys.executable, "-c", script],
        env=base | {"PYTHONPATH": f"{project.BASE_DIR}/site:{project.BASE_DIR}"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_refuses_phone_login_without_a_provider():
    refused = production()
    assert refused.returncode != 0
    assert "SMS_BACKEND must be set in production" in refused.stderr


def test_production_with_and_without_phone_login():
    assert production(SMS_BACKEND="a.B").stdout.split("\n")[0] == "True ['email', 'phone', 'username'] True True"
    assert production(PHONE_LOGIN="0").stdout.split("\n")[0] == "False ['email', 'username'] False True"
