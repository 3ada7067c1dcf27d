import os, time
from pathlib import Path
from datetime import date
from education import guide_print as g
from media.paper import typeset_png
from education.models import GlossaryTerm
OUT=Path('/tmp/m')
def test_guide(guide):
    GlossaryTerm.objects.create(term="七日无理由退货", also="七天退货、七日退货", explanation="<p>网上买的东西，签收后七天内一般可以退，<b>不用说理由</b>。</p>")
    GlossaryTerm.objects.create(term="格式条款", explanation="<p>商家事先写好、不和你商量的合同条款。</p>")
    t=time.time()
    b=g.guide_pdf(guide,teacher_notes=True,base_url="https://mingbai.example.cn",organiser="上海市消费者权益保护委员会")
    print(len(b),time.time()-t)
    (OUT/'guide.pdf').write_bytes(b)
    data,p=g.guide_sheet(guide,teacher_notes=True,base_url="https://mingbai.example.cn",organiser="上海市消费者权益保护委员会")
    for i,x in enumerate(typeset_png(g.GUIDE_TEMPLATE,data,pictures=p,day=date(2026,1,1),ppi=70)): (OUT/f'g{i:03}.png').write_bytes(x)
def test_activity(activity):
    b=g.activity_pdf(activity,base_url="https://mingbai.example.cn")
    (OUT/'act.pdf').write_bytes(b)
    data,p=g.activity_sheet(activity,base_url="https://mingbai.example.cn",organiser="",plan=True)
    for i,x in enumerate(typeset_png(g.ACTIVITY_TEMPLATE,data,pictures=p,day=date(2026,1,1),ppi=70)): (OUT/f'a{i:03}.png').write_bytes(x)
