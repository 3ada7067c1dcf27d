import pytest
import strategies
from hypothesis import given, settings

from quizzes.formats.html_text import Image, to_text
from quizzes.question_types import InvalidBody
from quizzes.text import block_html, inline_html


@settings(max_examples=400, deadline=None)
@given(strategies.texts(max_size=6))
def test_text_survives_html_paragraphs_and_lines(text):
    assert to_text(block_html(text)).text == text
    assert to_text(inline_html(text)).text == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p>\n<p>二<br>三</p>", "一\n二\n三"),
        ("<div><div>一</div>二</div>三", "一\n二\n三"),
        ("七天<b> 无理由 </b>退货", "七天 **无理由** 退货"),
        ("<b><i>重</i>要</b>的", "**重要**的"),
        ("<strong>上<br>下</strong>", "**上**\n**下**"),
        ("<b></b>空<i> </i>的", "空 的"),
        ("<ul><li>甲</li><li><p>乙</p></li></ul>", "· 甲\n· 乙"),
        ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙"),
        ('<ol start="3"><li>甲</ol>', "3. 甲"),
        ("10<sup>-2</sup> H<sub>2</sub>O x<sup>ab</sup> y<sub>k</sub>", "10⁻² H₂O x^(ab) y_k"),
        ("a &lt;b&gt; &amp; &nbsp; &#20803; &euro;", "a <b> & 元 €"),
        ("<pre>第一行\n  第二行</pre>", "第一行\n第二行"),
        ("甲<script>alert('x')</script><style>p{}</style>乙", "甲乙"),
        ("<p onclick='x()'>点<a href='javascript:x()'>我</a></p>", "点我"),
        ("没有<关闭", "没有<关闭"),
        ("没有<b>关闭", "没有**关闭**"),
        ("<ol start='99999999999'><li>甲</ol>", "1. 甲"),
    ],
)
def test_html_becomes_lines(html, text):
    assert to_text(html).text == text


def test_a_table_becomes_rows_and_says_so():
    found = to_text("<table><tr><th>项目</th><th>金额</th></tr><tr><td><p>押金</p></td><td>500<br>元</td></tr></table>")
    assert found.text == "项目 | 金额\n押金 | 500 元"
    assert [w for w in found.warnings if "表格" in w]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("看<video src='a.mp4'>不能播放</video>完", "看完"),
        ("看<iframe src='https://x.y/'>无</iframe>完", "看完"),
        ("求<math><mi>x</mi><mo>=</mo></math>的值", "求的值"),
        ("<svg><text>字</text></svg>图", "图"),
    ],
)
def test_what_cannot_be_text_is_dropped_with_a_warning(html, text):
    found = to_text(html)
    assert found.text == text
    assert len(found.warnings) == 1


def test_formulas_and_link_addresses_are_reported():
    assert to_text(r"求 \(x^2\) 的值").warnings
    assert to_text('见<a href="https://example.org/law">法条</a>').warnings
    assert not to_text('见<a href="https://example.org">https://example.org</a>').warnings
    assert not to_text("<p>没有什么丢掉</p>").warnings


def test_pictures_are_listed_in_order():
    found = to_text('<p><img src="@@PLUGINFILE@@/a%20b.png" alt="一张 小票"> 看图 <img src="x.png" alt=""></p>')
    assert found.text == "看图"
    assert found.images == (Image("@@PLUGINFILE@@/a%20b.png", "一张 小票"), Image("x.png", ""))


def test_deep_nesting_is_read_and_swollen_html_refused():
    assert to_text("<div>" * 1000 + "深" + "</div>" * 1000).text == "深"
    with pytest.raises(InvalidBody):
        to_text("<div>" * 100_000)
