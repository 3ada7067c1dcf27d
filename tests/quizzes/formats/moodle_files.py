"""Moodle XML in the shape of Moodle's own exports, for tests: `one("shortanswer", answer("100", "三倍"))` reads a question."""

from quizzes.formats.moodle_xml import MoodleXml

XML = MoodleXml()


def quiz(*questions: str) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n' + "\n".join(questions) + "\n</quiz>").encode()


def question(kind: str, inside: str, text: str = "<p>题干</p>", form: str = "html") -> str:
    return f"""<!-- question: 12  -->
  <question type="{kind}">
    <name><text>名称</text></name>
    <questiontext format="{form}"><text><![CDATA[{text}]]></text></questiontext>
    <generalfeedback format="html"><text><![CDATA[<p>因为<b>如此</b></p>]]></text></generalfeedback>
    <defaultgrade>2.0000000</defaultgrade>
    <penalty>0.3333333</penalty>
    <hidden>0</hidden>
    <idnumber></idnumber>
    {inside}
  </question>"""


def answer(fraction: str, text: str, feedback: str = "", inside: str = "") -> str:
    return f"""<answer fraction="{fraction}" format="html"><text><![CDATA[{text}]]></text>
      <feedback format="html"><text><![CDATA[{feedback}]]></text></feedback>{inside}</answer>"""


def read(*questions: str) -> list:
    return list(XML.read(quiz(*questions)))


def one(*args, **kwargs):
    (row,) = read(question(*args, **kwargs))
    return row
