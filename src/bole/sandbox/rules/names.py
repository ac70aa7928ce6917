"""Names for the crowd: invented people with surnames as common as they are in China. The cast has its own."""

from collections.abc import Collection, Iterator

from bole.sandbox.rules.chance import dice

# One character for each surname; how often it is drawn follows its place.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任"
    "姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤"
)
DOUBLE = ("欧阳", "司马", "上官", "诸葛", "尉迟")
GIVEN = (
    "子涵", "梓萱", "雨桐", "欣怡", "诗琪", "思琪", "佳怡", "梦瑶", "雅静", "晓彤", "若曦", "语嫣",
    "静怡", "一诺", "可欣", "美琳", "婉清", "雪莹", "书瑶", "嘉慧", "淑芬", "秀兰", "晓燕", "丽华",
    "海燕", "春梅", "玉婷", "慧敏", "文静", "晓琳", "思远", "浩然", "宇轩", "子轩", "浩宇", "俊杰",
    "天佑", "明哲", "博文", "志远", "建国", "建军", "国强", "志强", "文博", "嘉豪", "俊熙", "泽宇",
    "晨曦", "嘉懿", "煜城", "懿轩", "烨伟", "苑博", "伟泽", "熠彤", "鸿煊", "博涛", "烨霖", "烨华",
    "煜祺", "智宸", "正豪", "昊然", "明杰", "立诚", "立轩", "立辉", "峻熙", "弘文", "哲瀚", "雨泽",
    "楷瑞", "建辉", "晋鹏", "天磊", "绍辉", "泽洋", "鑫磊", "鹏煊", "昊强", "伟宸", "博超", "君浩",
    "子骞", "鹏涛", "炎彬", "鹤轩", "越彬", "风华", "靖琪", "明辉", "伟诚", "明轩", "健柏", "修杰",
    "志泽", "弘新", "文轩", "语堂", "雅琴", "曼玉", "月婵", "念真", "依云", "安琪", "采薇", "沛玲",
    "怀玉", "凌霜", "慕青", "初夏", "新月", "知夏", "听雪", "云舒", "书瑜", "清妍", "若水", "锦程",
    "景行", "怀瑾", "承宇", "望舒", "一鸣", "星野", "南风", "长青", "致远", "思齐", "见深", "怀远",
    "清扬", "向阳", "允之", "克勤", "守正", "启明", "乐山", "远山",
)  # fmt: skip
SHORT = "磊洋勇艳杰娟涛超霞平刚桂辉玲丹萍鹏华红丽娜敏静强军波宁凯健俊帆雯婷雪琳晶倩颖璐莹瑞彬斌博昊晨曦阳"


def crowd_names(count: int, *, taken: Collection[str], what: str) -> Iterator[str]:
    """Yield names, each once and none of those taken."""
    rng = dice("names", what)
    weights = [1.0 / (place + 6) for place in range(len(SURNAMES))]
    used = set(taken)
    while count:
        surname = rng.choice(DOUBLE) if rng.random() < 0.008 else rng.choices(SURNAMES, weights)[0]
        given = rng.choice(SHORT) if rng.random() < 0.22 else rng.choice(GIVEN)
        name = surname + given
        if name not in used:
            used.add(name)
            count -= 1
            yield name
