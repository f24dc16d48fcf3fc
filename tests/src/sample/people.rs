//! Villagers and buyers. All of them are invented, and so are their telephones.

use super::{Desk, PLACE};
use serde_json::{Value, json};
use tsong_contract::AppError;

/// Name, name in Tibetan, telephone, way of being paid.
const VILLAGERS: &[(&str, &str, &str, &str)] = &[
    ("扎西次仁", "བཀྲ་ཤིས་ཚེ་རིང", "13989010001", "cash"),
    ("达瓦", "ཟླ་བ", "13989010002", "wechat"),
    ("德吉央宗", "བདེ་སྐྱིད་གཡང་འཛོམས", "13989010003", "cash"),
    ("次仁卓玛", "ཚེ་རིང་སྒྲོལ་མ", "13989010004", "bank"),
    ("平措", "ཕུན་ཚོགས", "13989010005", "cash"),
    ("尼玛", "ཉི་མ", "", "cash"),
    ("洛桑旦增", "བློ་བཟང་བསྟན་འཛིན", "13989010007", "wechat"),
    ("边巴", "སྤེན་པ", "13989010008", "cash"),
];

/// Name, telephone, province, city, county, address.
const BUYERS: &[[&str; 6]] = &[
    [
        "王芳",
        "13800010001",
        "四川省",
        "成都市",
        "武侯区",
        "玉林南路8号3栋2单元501室",
    ],
    [
        "李明",
        "13800010002",
        "北京市",
        "北京市",
        "朝阳区",
        "望京西路12号院6号楼1203",
    ],
    [
        "陈静",
        "13800010003",
        "广东省",
        "广州市",
        "天河区",
        "体育东路88号1902房",
    ],
    [
        "张伟",
        "13800010004",
        "上海市",
        "上海市",
        "浦东新区",
        "世纪大道1500号东方大厦20层",
    ],
    [
        "刘敏",
        "13800010005",
        "浙江省",
        "杭州市",
        "西湖区",
        "文三路259号昌地火炬大厦1号楼",
    ],
    [
        "央金",
        "13800010006",
        "西藏自治区",
        "拉萨市",
        "城关区",
        "北京东路八郎学巷5号",
    ],
];

/// Adds the villagers and answers their ids.
pub(super) fn villagers(desk: &mut Desk) -> Result<Vec<String>, AppError> {
    VILLAGERS
        .iter()
        .map(|(name, name_bo, phone, payout)| {
            desk.made(
                "villager.add",
                json!({ "name": name, "name_bo": name_bo, "phone": phone, "payout": payout,
                    "place": PLACE }),
            )
        })
        .collect()
}

/// A buyer as the till sends one; the numbers go round.
pub(super) fn buyer(number: usize) -> Value {
    let [name, phone, province, city, county, address] = BUYERS
        .iter()
        .cycle()
        .nth(number)
        .copied()
        .unwrap_or_default();
    json!({ "name": name, "phone": phone, "region": [province, city, county],
        "address": address })
}
