"""Orders of another program, the same bytes on every machine: W1 (new orders) and W2 (some of them changed).

Money is in fen, weight in grams, time in milliseconds since 1970. Only random() and getrandbits() of a seeded
random.Random are used, which CPython promises to keep.
"""

import json
import random

SEED = 20260101
FIRST_MS = 1_767_225_600_000
DAY_MS = 86_400_000

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕春梅雪婷浩宇子轩欣怡佳琪思远晓东俊峰美玲淑珍"
CITIES = [
    ("四川省", "成都市 绵阳市 凉山彝族自治州 甘孜藏族自治州 阿坝藏族羌族自治州"),
    ("云南省", "昆明市 大理白族自治州 红河哈尼族彝族自治州 怒江傈僳族自治州 昭通市"),
    ("贵州省", "贵阳市 遵义市 黔东南苗族侗族自治州 毕节市 铜仁市"),
    ("陕西省", "西安市 延安市 榆林市 汉中市 商洛市"),
    ("甘肃省", "兰州市 天水市 定西市 陇南市 临夏回族自治州"),
    ("广西壮族自治区", "南宁市 桂林市 百色市 河池市 崇左市"),
    ("广东省", "广州市 深圳市 佛山市 东莞市 惠州市"),
    ("浙江省", "杭州市 宁波市 温州市 丽水市 金华市"),
    ("江苏省", "南京市 苏州市 徐州市 盐城市 淮安市"),
    ("北京市", "朝阳区 海淀区 丰台区 通州区 昌平区"),
]
COUNTIES = (
    "平武县 雷波县 美姑县 盐源县 镇雄县 元阳县 泸水市 威宁县 黎平县 从江县 洛川县 佳县 礼县 "
    "宕昌县 渭源县 凌云县 那坡县 白云区 余杭区 吴中区 龙泉市 天河区 江宁区 滨江区 武侯区 雁塔区"
).split()
TOWNS = (
    "城关镇 大桥镇 新华街道 红旗镇 河口乡 龙门镇 白水镇 东风街道 石板乡 青山镇 双河镇 马场镇 太平镇 和平街道"
).split()
ROADS = (
    "人民路 解放路 建设路 中山路 文化路 新华路 迎宾大道 长江路 黄河路 滨河路 学府路 朝阳街 振兴街 东大街 西大街 北环路"
).split()
ESTATES = (
    "阳光花园 幸福小区 锦绣家园 翠湖苑 金色家园 丽景湾 万和城 紫荆苑 绿城百合 盛世华庭 和谐家园 桂花苑"
).split()
PRODUCTS = [
    ("会理软籽石榴", 900, 2600), ("洛川红富士苹果", 600, 1800), ("宣威火腿", 6800, 15800), ("文山三七", 22000, 58000),
    ("干巴菌", 30000, 88000), ("盐源丑苹果", 500, 1500), ("汉源花椒", 6000, 16000), ("雷波脐橙", 500, 1400),
    ("通江银耳", 20000, 60000), ("宁蒗土豆", 200, 600), ("礼县大樱桃", 3000, 9000), ("岷县当归", 8000, 20000),
    ("佳县红枣", 1200, 3800), ("米脂小米", 900, 2400), ("柞水木耳", 7000, 16000), ("威宁荞麦面", 900, 2400),
    ("黎平香禾糯", 1200, 3600), ("从江椪柑", 400, 1200), ("都匀毛尖", 20000, 90000), ("凌云白毫茶", 12000, 60000),
    ("百色芒果", 700, 2200), ("荔浦芋头", 500, 1500), ("恭城月柿", 900, 2600), ("龙泉香菇", 6000, 18000),
    ("云和雪梨", 600, 1800), ("余姚杨梅", 2000, 7000), ("高原土鸡蛋", 1500, 4200), ("土蜂蜜", 5000, 16000),
    ("菜籽油", 1500, 3600), ("腊肉", 4500, 12000),
]
GRADES = ["特级", "一级", "二级", "统货"]
STATES = ["created", "paid", "packed", "shipped", "delivered", "refunded"]
NOTES = [
    "", "", "", "", "请在工作日送货", "放门卫处", "轻拿轻放，易碎", "要挑熟一点的", "送人用，请包装好看些",
    "到货前打电话", "不要太甜的", "发顺丰",
]
MOBILES = ["38", "39", "50", "51", "58", "77", "85", "86", "89", "35"]


class Dice:
    def __init__(self, seed):
        self.source = random.Random(seed)

    def below(self, end):
        return int(self.source.random() * end)

    def of(self, items):
        return items[self.below(len(items))]

    def bits(self, count):
        return self.source.getrandbits(count)


def person(dice):
    province, cities = dice.of(CITIES)
    city = dice.of(cities.split())
    name = dice.of(SURNAMES) + dice.of(GIVEN) + (dice.of(GIVEN) if dice.below(10) < 7 else "")
    if dice.below(2):
        address = "%s%d号%s%d栋%d单元%d室" % (
            dice.of(ROADS), 1 + dice.below(399), dice.of(ESTATES), 1 + dice.below(30), 1 + dice.below(4),
            101 + 100 * dice.below(28) + dice.below(8),
        )
    else:
        address = "%s%d号" % (dice.of(ROADS), 1 + dice.below(999))
    phone = "1%s%08d" % (dice.of(MOBILES), dice.below(10**8))
    return {
        "name": name, "phone": phone, "province": province, "city": city, "county": dice.of(COUNTIES),
        "town": dice.of(TOWNS), "address": address,
    }


def uuid7(at_ms, dice):
    whole = (at_ms << 80) | (0x7 << 76) | (dice.bits(12) << 64) | (0b10 << 62) | dice.bits(62)
    text = "%032x" % whole
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def line(dice):
    at = min(dice.below(len(PRODUCTS)), dice.below(len(PRODUCTS)))
    title, least, most = PRODUCTS[at]
    weight = (1 + dice.below(20)) * 250
    price = least + dice.below(most - least)
    return {
        "product_id": "p-%03d" % at, "title": title, "grade": dice.of(GRADES), "weight_g": weight,
        "unit_price_fen": price, "amount_fen": price * weight // 1000,
    }


def order(number, at_ms, dice, pool):
    # A third of the orders come from a returning buyer.
    buyer = dice.of(pool) if pool and dice.below(100) < 35 else person(dice)
    pool.append(buyer)
    lines = [line(dice) for _ in range(1 + (dice.below(100) < 45) + (dice.below(100) < 20))]
    goods = sum(one["amount_fen"] for one in lines)
    shipping = 0 if goods > 9900 else 600 + 100 * dice.below(7)
    state = STATES[min(dice.below(3), dice.below(6))]
    return {
        "id": uuid7(at_ms, dice), "station_id": "st-0417", "order_no": "ST0417-%08d" % (number + 1), "status": state,
        "buyer": buyer, "lines": lines, "goods_fen": goods, "shipping_fen": shipping, "total_fen": goods + shipping,
        "note": dice.of(NOTES), "created_at": at_ms,
        "updated_at": at_ms + (0 if state == "created" else dice.below(3600_000)),
    }


def new_orders(count):
    """W1; the first orders do not depend on how many there are."""
    dice, at_ms, pool, orders = Dice(SEED), FIRST_MS, [], []
    for number in range(count):
        at_ms += 1000 + dice.below(80_000)
        orders.append(order(number, at_ms, dice, pool))
    return orders


def changed_orders(orders, count):
    """W2: so many of them a state further, the newer ones rather, some with another note or freight."""
    dice, seen, changed = Dice(SEED + 1), set(), []
    at_ms = orders[-1]["created_at"] + DAY_MS
    while len(changed) < count:
        at = len(orders) - 1 - min(dice.below(len(orders)), dice.below(len(orders)))
        if at in seen:
            continue
        seen.add(at)
        at_ms += 1000 + dice.below(60_000)
        now = dict(orders[at])
        now["status"] = STATES[min(STATES.index(now["status"]) + 1, 5)]
        if dice.below(100) < 20:
            now["note"] = dice.of(NOTES[4:])
        if dice.below(100) < 10:
            now["shipping_fen"] = 600 + 100 * dice.below(7)
            now["total_fen"] = now["goods_fen"] + now["shipping_fen"]
        now["updated_at"] = at_ms
        changed.append(now)
    return changed


def write(path, orders):
    with open(path, "w", encoding="utf-8") as out:
        for one in orders:
            out.write(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n")
