"""Every refusal of users: a code and its sentence."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "phone_invalid": _("这个手机号好像不对。国内手机号填 11 位，国外的以 + 和国家代码开头。"),
    "phone_taken": _("这个手机号已经有账号了，请直接登录。"),
    "username_taken": _("这个用户名已经有人用了，换一个吧。"),
    "nickname_private": _("昵称别人看得见，请不要写手机号、证件号或邮箱。"),
    "nickname_reserved": _("这个昵称容易让人以为是工作人员，换一个吧。"),
    "code_wrong": _("验证码不对，请再看一眼短信。"),
    "code_expired": _("验证码过期了，请重新获取。"),
    "code_too_many_tries": _("试的次数太多了，请重新获取验证码。"),
    "too_many_requests": _("操作太频繁了，请过一会儿再试。"),
    "sms_failed": _("短信没有发出去，请过一会儿再试。"),
    "guardian_consent_needed": _("未满 14 周岁要先请监护人同意。"),
    "signup_expired": _("离开太久了，请从出生年份重新开始。"),
    "last_administrator": _("您是最后一位管理员，先指定另一位管理员才能注销。"),
    "account_in_use": _("这个账号名下还有必须保留的记录，暂时不能注销，请联系我们。"),
}


class UsersError(Exception):
    """A refused action. `code` is one of SENTENCES and stays stable; `str()` gives the sentence."""

    def __init__(self, code: str):
        self.code = code
        super().__init__(code)

    def __str__(self) -> str:
        return str(SENTENCES[self.code])
