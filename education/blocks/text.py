"""Words, pictures, recordings and tables."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

INLINE_FEATURES = ["bold", "italic", "link", "document-link"]
TEXT_FEATURES = ["h3", "ol", "ul", *INLINE_FEATURES]


class TextBlock(blocks.RichTextBlock):
    """Paragraphs, lists and links."""

    def __init__(self, **kwargs):
        super().__init__(features=kwargs.pop("features", TEXT_FEATURES), **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("正文")
        description = _("段落、列表和链接。一段说一件事，句子短一点。")
        template = "education/blocks/text.html"
        preview_value = "<p>拆开看看，不等于不完好。把吊牌留着，<b>小票留着</b>，照片拍一张。</p>"


class PictureBlock(blocks.StructBlock):
    """A picture inside a text, with its alternative text (or marked as decoration) and a caption."""

    image = ImageBlock(label=_("图片"))
    caption = blocks.CharBlock(label=_("图注"), required=False, max_length=120)

    class Meta:
        icon = "image"
        label = _("图片")
        description = _("一张图，配上说明画面的替代文字；看不见图的人靠它读。")
        template = "education/blocks/picture.html"
        preview_template = "education/blocks/picture_preview.html"
        preview_value = {"caption": "收到货先看外包装，再拍照。"}


class RecordingBlock(blocks.StructBlock):
    """Sound or film from the library; its captions and transcript come along."""

    recording = SnippetChooserBlock("media.Recording", label=_("音频或视频"))
    caption = blocks.CharBlock(label=_("说明"), required=False, max_length=120)

    class Meta:
        icon = "media"
        label = _("音频或视频")
        description = _("带字幕的视频或音频，文字稿自动附在下面。")
        template = "education/blocks/recording.html"
        preview_template = "education/blocks/recording_preview.html"
        preview_value = {"caption": "听一段真实的推销电话"}


class PlainTableBlock(TableBlock):
    """A small table with a header row; a spreadsheet selection can be pasted in."""

    def __init__(self, **kwargs):
        options = {"minSpareRows": 0, "startRows": 3, "startCols": 3, "contextMenu": True}
        super().__init__(table_options=kwargs.pop("table_options", options), **kwargs)

    class Meta:
        icon = "table"
        label = _("表格")
        description = _("可以从 Excel 直接复制粘贴。第一行作表头。")
        template = "education/blocks/table.html"
        preview_value = {
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_header_choice": "row",
            "table_caption": "谁来付运费",
            "data": [["情形", "退货运费"], ["商品有质量问题", "商家"], ["只是不喜欢", "买家，另有约定的除外"]],
        }
