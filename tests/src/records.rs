//! Orders of another program, the same in every run: buyers all over the country, a third of them
//! returning, one to three lines each.

use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// 2026-01-01, milliseconds since 1970.
const FIRST_MS: u64 = 1_767_225_600_000;
const DAY_MS: u64 = 86_400_000;

const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘";
const GIVEN: &str =
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕春梅雪婷浩宇欣怡思远";
#[rustfmt::skip]
const CITIES: &[&str] = &[
    "四川省 成都市", "四川省 绵阳市", "四川省 德阳市", "云南省 昆明市", "云南省 丽江市", "云南省 曲靖市", "贵州省 贵阳市", "贵州省 遵义市",
    "陕西省 西安市", "陕西省 宝鸡市", "甘肃省 兰州市", "甘肃省 张掖市", "广东省 广州市", "广东省 深圳市", "广东省 珠海市", "浙江省 杭州市",
    "浙江省 绍兴市", "江苏省 南京市", "江苏省 无锡市", "山东省 青岛市", "山东省 济南市", "湖北省 武汉市", "湖南省 长沙市", "河南省 郑州市",
    "福建省 厦门市",
];
#[rustfmt::skip]
const COUNTIES: &[&str] = &[
    "武侯区", "锦江区", "五华区", "盘龙区", "南明区", "雁塔区", "城关区", "天河区", "南山区", "西湖区", "鼓楼区", "市南区", "江岸区",
    "岳麓区", "金水区", "思明区", "平武县", "会泽县", "习水县", "眉县", "民乐县", "嵊州市", "江阴市", "即墨区",
];
#[rustfmt::skip]
const TOWNS: &[&str] = &[
    "城关镇", "玉林街道", "新华街道", "河口镇", "龙门乡", "东风街道", "青山镇", "双河镇", "太平镇", "和平街道", "柳树乡", "白水镇",
];
#[rustfmt::skip]
const ROADS: &[&str] = &[
    "人民路", "解放路", "建设路", "中山路", "文化路", "新华路", "迎宾大道", "长江路", "滨河路", "学府路", "东大街", "西大街", "北环路",
    "玉林南路",
];
#[rustfmt::skip]
const ESTATES: &[&str] = &[
    "阳光花园", "幸福小区", "锦绣家园", "翠湖苑", "丽景湾", "万和城", "紫荆苑", "和谐家园", "桂花苑",
];
/// A product and the least price of a kilogram in yuan.
#[rustfmt::skip]
const PRODUCTS: &[(&str, u64)] = &[
    ("鲜松茸", 300), ("松茸干片", 900), ("冬虫夏草", 90_000), ("牦牛酥油", 60), ("奶渣", 50), ("风干牦牛肉", 160),
    ("青稞糌粑", 12), ("青稞米", 9), ("吉隆核桃", 22), ("林芝蜂蜜", 70), ("羊肚菌", 800), ("黑木耳", 70), ("雪菊", 260),
    ("藏红花", 20_000), ("当雄牛奶糖", 45), ("察隅猕猴桃", 14), ("波密天麻", 240), ("藏鸡蛋", 40), ("亚东木耳", 120),
    ("芒康葡萄干", 36), ("墨脱石斛", 600), ("易贡红茶", 400), ("康砖茶", 60), ("藜麦", 24), ("花椒", 90),
];
const GRADES: &[&str] = &["特级", "一级", "二级", "统货"];
#[rustfmt::skip]
const NOTES: &[&str] = &[
    "", "", "", "", "工作日送货", "放门卫处", "轻拿轻放", "送人用，请包装好看些", "到货前打电话", "发顺丰",
];
#[rustfmt::skip]
const STATES: &[&str] = &[
    "created", "paid", "packed", "shipped", "delivered", "refunded",
];

/// Numbers that are the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.bits() % sides.max(1)
    }

    fn pick<'a, T>(&mut self, from: &'a [T], fallback: &'a T) -> &'a T {
        let at = self.roll(u64::try_from(from.len()).unwrap_or(1));
        from.get(usize::try_from(at).unwrap_or_default())
            .unwrap_or(fallback)
    }

    pub(crate) fn word(&mut self, from: &[&'static str]) -> &'static str {
        let word: &&str = self.pick(from, &"");
        word
    }

    fn char(&mut self, from: &str) -> char {
        let chars: Vec<char> = from.chars().collect();
        *self.pick(&chars, &'王')
    }

    pub(crate) fn buyer(&mut self) -> Value {
        let mut name = String::from(self.char(SURNAMES));
        for _ in 0..=u64::from(self.roll(10) < 7) {
            name.push(self.char(GIVEN));
        }
        let (province, city) = self.word(CITIES).split_once(' ').unwrap_or_default();
        let mut address = format!("{}{}号", self.word(ROADS), 1 + self.roll(999));
        if self.roll(2) == 0 {
            let estate = self.word(ESTATES);
            let (block, door) = (1 + self.roll(30), 101 + 100 * self.roll(28) + self.roll(8));
            address.push_str(&format!(
                "{estate}{block}栋{}单元{door}室",
                1 + self.roll(4)
            ));
        }
        let start = self.word(&[
            "138", "139", "150", "151", "158", "177", "185", "186", "189",
        ]);
        json!({"name": name, "phone": format!("{start}{:08}", self.roll(100_000_000)),
            "province": province, "city": city, "county": self.word(COUNTIES),
            "town": self.word(TOWNS), "address": address})
    }

    fn line(&mut self) -> (Value, u64) {
        let most = u64::try_from(PRODUCTS.len()).unwrap_or(1);
        // The smaller of two: some products sell far better than others.
        let at = self.roll(most).min(self.roll(most));
        let (title, yuan) = PRODUCTS
            .get(usize::try_from(at).unwrap_or_default())
            .copied()
            .unwrap_or_default();
        let grams = 250 * (1 + self.roll(20));
        let price_fen = 100 * yuan + self.roll(150 * yuan);
        let fen = price_fen * grams / 1000;
        let line = json!({"product_id": format!("p-{at:03}"), "title": title,
            "grade": self.word(GRADES), "weight_g": grams, "unit_price_fen": price_fen,
            "amount_fen": fen});
        (line, fen)
    }

    /// A UUID of version 7.
    fn id(&mut self, at_ms: u64) -> String {
        let (one, two) = (self.bits() & 0xfff, self.bits());
        format!(
            "{:08x}-{:04x}-7{one:03x}-{:04x}-{:012x}",
            at_ms >> 16,
            at_ms & 0xffff,
            0x8000 | (two >> 50),
            two & 0xffff_ffff_ffff
        )
    }
}

/// `count` orders, numbered from `first`; the same numbers give the same orders.
#[must_use]
pub fn new(first: u64, count: u64) -> Vec<Value> {
    let mut dice = Dice(20_260_101 + first);
    let mut at_ms = FIRST_MS + first * 40_000;
    let mut buyers: Vec<Value> = Vec::new();
    let mut orders = Vec::new();
    for number in first..first + count {
        at_ms += 1000 + dice.roll(80_000);
        let returning = dice.roll(100) < 35;
        let buyer = if returning && !buyers.is_empty() {
            dice.pick(&buyers, &Value::Null).clone()
        } else {
            dice.buyer()
        };
        buyers.push(buyer.clone());
        let more = u64::from(dice.roll(100) < 45) + u64::from(dice.roll(100) < 20);
        let lines: Vec<(Value, u64)> = (0..=more).map(|_| dice.line()).collect();
        let goods: u64 = lines.iter().map(|line| line.1).sum();
        let shipping = if goods > 9900 {
            0
        } else {
            600 + 100 * dice.roll(7)
        };
        let at = dice.roll(3).min(dice.roll(6));
        let state = STATES.get(usize::try_from(at).unwrap_or_default());
        let touched_ms = if at == 0 {
            at_ms
        } else {
            at_ms + dice.roll(3_600_000)
        };
        let lines: Vec<Value> = lines.into_iter().map(|line| line.0).collect();
        orders.push(json!({"id": dice.id(at_ms), "station_id": "st-0417",
            "order_no": format!("ST0417-{:08}", number + 1), "status": state, "buyer": buyer,
            "lines": lines, "goods_fen": goods, "shipping_fen": shipping,
            "total_fen": goods + shipping, "note": dice.word(NOTES), "created_at": at_ms,
            "updated_at": touched_ms}));
    }
    orders
}

/// `count` of the orders of `base`, the newer ones rather, each one state further and a fifth of
/// them with another note.
#[must_use]
pub fn changed(base: &[Value], count: usize) -> Vec<Value> {
    let mut dice = Dice(20_260_102);
    let last = base
        .last()
        .and_then(|order| order.get("created_at")?.as_u64());
    let mut at_ms = last.unwrap_or(FIRST_MS) + DAY_MS;
    let size = u64::try_from(base.len()).unwrap_or(1);
    let mut taken = std::collections::BTreeSet::new();
    let mut out = Vec::new();
    while out.len() < count.min(base.len()) {
        let at = size - 1 - dice.roll(size).min(dice.roll(size));
        if !taken.insert(at) {
            continue;
        }
        let Some(mut order) = base.get(usize::try_from(at).unwrap_or_default()).cloned() else {
            continue;
        };
        at_ms += 1000 + dice.roll(60_000);
        let state = STATES
            .iter()
            .position(|s| order.get("status") == Some(&json!(s)));
        let next = STATES.get(state.unwrap_or(0) + 1).or(STATES.last());
        if let Some(fields) = order.as_object_mut() {
            fields.insert("status".to_owned(), json!(next));
            fields.insert("updated_at".to_owned(), json!(at_ms));
            if dice.roll(100) < 20 {
                fields.insert("note".to_owned(), json!(dice.word(NOTES)));
            }
        }
        out.push(order);
    }
    out
}

/// Writes one order a line.
///
/// # Errors
/// When the file cannot be written.
pub fn write(file: &Path, orders: impl IntoIterator<Item = Value>) -> std::io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    for order in orders {
        writeln!(out, "{order}")?;
    }
    out.flush()?;
    Ok(())
}
