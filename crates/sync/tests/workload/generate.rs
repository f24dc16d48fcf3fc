//! Records with the statistics of a county's orders: a third of the buyers return, one to three
//! lines, half of the addresses with an estate.

use super::{Buyer, Item, Record};

const NAMES: [&str; 3] = [
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗",
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志",
    "文海燕春梅雪婷浩宇子轩欣怡佳琪思远晓东俊峰美玲淑珍",
];
const REGIONS: [&str; 6] = [
    "四川省 成都市",
    "四川省 绵阳市",
    "云南省 昆明市",
    "贵州省 毕节市",
    "浙江省 杭州市",
    "广东省 佛山市",
];
const COUNTIES: [&str; 8] = [
    "平武县",
    "雷波县",
    "盐源县",
    "镇雄县",
    "元阳县",
    "余杭区",
    "天河区",
    "武侯区",
];
const TOWNS: [&str; 6] = ["大桥镇", "红旗镇", "河口乡", "龙门镇", "石板乡", "双河镇"];
const ROADS: [&str; 6] = ["人民路", "解放路", "文化路", "迎宾大道", "学府路", "北环路"];
const ESTATES: [&str; 5] = ["紫荆苑", "绿城百合", "幸福小区", "丽景湾", "万和城"];
const PRODUCTS: [(&str, i64); 6] = [
    ("松茸", 60_000),
    ("牦牛肉干", 16_000),
    ("核桃", 3_000),
    ("青稞粉", 900),
    ("林芝苹果", 1_400),
    ("土蜂蜜", 8_000),
];
const GRADES: [&str; 4] = ["特级", "一级", "二级", "统货"];
const NOTES: [&str; 6] = [
    "",
    "",
    "请在工作日送货",
    "放门卫处",
    "到货前打电话",
    "不要太甜的",
];

/// A source of numbers that are the same everywhere (splitmix64).
struct Dice(u64);

impl Dice {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let a = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let b = (a ^ (a >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        b ^ (b >> 31)
    }

    fn below(&mut self, end: i64) -> i64 {
        i64::try_from(self.bits() % u64::try_from(end).unwrap()).unwrap()
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.bits()).unwrap() % items.len()]
    }
}

fn buyer(d: &mut Dice) -> Buyer {
    let mut name = String::new();
    for letters in NAMES.iter().take(if d.below(10) < 7 { 3 } else { 2 }) {
        let letters: Vec<char> = letters.chars().collect();
        name.push(d.of(&letters));
    }
    let (province, city) = d.of(&REGIONS).split_once(' ').unwrap();
    let mut address = format!("{}{}号", d.of(&ROADS), 1 + d.below(399));
    if d.below(2) == 0 {
        let rest = (
            d.of(&ESTATES),
            1 + d.below(30),
            1 + d.below(4),
            101 + 100 * d.below(28),
        );
        address += &format!("{}{}栋{}单元{}室", rest.0, rest.1, rest.2, rest.3);
    }
    Buyer {
        name,
        phone: format!(
            "1{}{:08}",
            d.of(&["38", "39", "50", "77", "86"]),
            d.below(100_000_000)
        ),
        province: province.into(),
        city: city.into(),
        county: d.of(&COUNTIES).into(),
        town: d.of(&TOWNS).into(),
        address,
    }
}

fn item(d: &mut Dice) -> Item {
    let i = usize::try_from(d.below(6)).unwrap();
    let (title, about) = PRODUCTS[i];
    let (weight_g, unit_price_fen) = ((1 + d.below(20)) * 250, about / 2 + d.below(about));
    Item {
        product_id: format!("p-{i:03}"),
        title: title.into(),
        grade: d.of(&GRADES).into(),
        weight_g,
        unit_price_fen,
        amount_fen: (unit_price_fen * weight_g + 500) / 1000,
    }
}

/// `count` orders.
#[must_use]
pub(crate) fn records(count: usize) -> Vec<Record> {
    let mut d = Dice(2026);
    let mut at = 1_767_225_600_000;
    let mut buyers: Vec<Buyer> = Vec::new();
    let mut records = Vec::new();
    for i in 0..count {
        at += 1000 + d.below(80_000);
        let again = !buyers.is_empty() && d.below(100) < 35;
        let buyer = if again {
            buyers[usize::try_from(d.bits()).unwrap() % buyers.len()].clone()
        } else {
            buyer(&mut d)
        };
        buyers.push(buyer.clone());
        let lines: Vec<Item> = (0..=d.of(&[0, 0, 1, 1, 2])).map(|_| item(&mut d)).collect();
        let goods_fen = lines.iter().map(|l| l.amount_fen).sum();
        let shipping_fen = if goods_fen > 9900 {
            0
        } else {
            600 + 100 * d.below(7)
        };
        let status = d.of(&[
            "created",
            "created",
            "paid",
            "packed",
            "shipped",
            "delivered",
        ]);
        let id = (u128::try_from(at).unwrap() << 80)
            | (7 << 76)
            | (u128::from(d.bits() & 0xfff) << 64)
            | (2 << 62)
            | u128::from(d.bits() >> 2);
        records.push(Record {
            id: tsong_domain::id::EntityId(id.to_be_bytes()).to_string(),
            order_no: format!("ST0417-{:08}", i + 1),
            status: status.into(),
            buyer,
            lines,
            goods_fen,
            shipping_fen,
            total_fen: goods_fen + shipping_fen,
            note: d.of(&NOTES).into(),
            created_at: at,
            updated_at: at
                + if status == "created" {
                    0
                } else {
                    d.below(3_600_000)
                },
        });
    }
    records
}

/// `count` of these records, one status further on; some with another note or freight.
#[must_use]
pub(crate) fn changed(records: &[Record], count: usize) -> Vec<Record> {
    let mut d = Dice(2027);
    let mut at = records.last().unwrap().created_at + 86_400_000;
    let mut changed = Vec::new();
    for i in 0..count {
        let mut r = records[i * records.len() / count].clone();
        at += 1000 + d.below(60_000);
        let now = super::rank(&r.status).min(4) + 1;
        r.status = super::STATUS[now].into();
        if d.below(100) < 20 {
            r.note = d.of(&NOTES[2..]).into();
        }
        if d.below(100) < 10 {
            r.shipping_fen = 600 + 100 * d.below(7);
            r.total_fen = r.goods_fen + r.shipping_fen;
        }
        r.updated_at = at;
        changed.push(r);
    }
    changed
}
