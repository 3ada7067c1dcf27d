"""What a guardian consents to. A text that was ever shown stays here: consents name it by its version."""

from django.utils.translation import gettext_lazy as _

CURRENT = "2026-01"

PURPOSES = {
    "2026-01": [
        _("为什么要账号：保存孩子的学习进度、结课证书和答题记录，换一台设备也能接着学。不注册也能看全部内容。"),
        _("会保存什么：昵称、出生年份、登录用的手机号或邮箱、学习和答题记录。不收真实姓名、证件号、住址。"),
        _("还会保存您的手机号和同意的时间，只用来证明这次同意、在必要时联系您。"),
        _("给谁看：只有本站的管理人员。排行榜和证书上只出现昵称。不提供给别人，不做广告。"),
        _("保存多久：到注销账号为止。您或孩子随时可以在“我的”页面下载全部资料，或者注销账号、撤回同意。"),
    ],
}
