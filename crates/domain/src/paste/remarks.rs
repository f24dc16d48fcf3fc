//! Telling remarks, addresses and streets apart.

/// What opens a remark wherever it stands; it may be glued to an address.
pub(super) const POLITE: &[&str] = &["麻烦", "谢谢", "请"];

/// Words that only a remark has.
#[rustfmt::skip]
const REMARKS: &[&str] = &[
    "请", "麻烦", "谢谢", "感谢", "再寄", "寄一份", "尽快", "发货", "包邮", "送货", "配送", "不要", "新鲜", "包装", "送人", "易碎", "轻拿",
    "到付", "客户", "顾客", "熟客", "已付", "付款", "转账", "下单", "订单", "打电话", "提前", "你好", "您好", "老板", "发顺丰",
    "用顺丰", "走顺丰", "寄顺丰", "发邮政", "发中通", "发圆通", "周末", "工作日", "急用", "加急", "我要", "想要", "要一", "要两",
    "要2", "要3", "要5", "辛苦", "亲爱", "拜托", "好的", "就这个", "这是", "这个是", "帮我", "帮忙", "生日", "礼物", "礼盒",
    "发票", "保价", "签收", "代收", "联系我", "加微信", "备用", "收到", "货到", "上次", "一样", "回购", "朋友", "妈妈家", "老样子",
    "送礼", "勿", "别放", "别打", "晚点", "月底", "到货", "不急", "急急",
];

/// Things that stations sell: beside a number or alone they are an order, not an address.
#[rustfmt::skip]
const GOODS: &[&str] = &[
    "松茸", "虫草", "酥油", "牦牛", "蜂蜜", "藏香", "糌粑", "青稞", "核桃", "苹果", "桃子", "奶渣", "藏香猪", "天麻", "灵芝",
    "藏红花", "羊毛", "奶酪", "干肉", "羊肚菌", "黑木耳", "辣椒面", "茶叶", "手掌参",
];

#[rustfmt::skip]
const UNITS: &[&str] = &[
    "公斤", "千克", "斤", "克", "kg", "KG", "Kg", "盒", "箱", "袋", "件", "瓶", "份", "罐", "桶", "根", "两",
];

/// Words that an address has.
#[rustfmt::skip]
const ADDRESS: &[&str] = &[
    "小卖部", "合作社", "边", "客栈", "旅馆", "商行", "茶馆", "餐馆", "基地", "牧场", "农场", "机场", "家", "路", "街", "巷",
    "弄", "号", "栋", "幢", "单元", "室", "楼", "层", "村", "组", "小区", "花园", "家园", "苑", "广场", "大厦", "公寓",
    "酒店", "宾馆", "饭店", "大道", "驿站", "代收点", "快递柜", "丰巢", "学校", "中学", "小学", "大学", "学院", "医院", "卫生院",
    "政府", "公司", "超市", "市场", "商店", "店", "厂", "园", "城", "院", "局", "所", "站", "对面", "旁", "门口", "隔壁",
    "交叉口", "路口", "乡", "镇", "县", "区", "社区", "家属", "宿舍", "寺", "营", "队", "座", "庄", "湾", "府", "里",
    "期", "门", "铺", "坝", "沟", "屯", "寨", "胡同", "Rd", "Road", "St", "No.", "District",
];

/// What makes the word before it a street's or a house's name and no place: 北京路, 四川大学.
#[rustfmt::skip]
const STREETS: &[&str] = &[
    "路", "街", "大道", "大街", "巷", "弄", "胡同", "桥", "广场", "花园", "小区", "公寓", "公园", "公路", "公司", "大厦",
    "大楼", "大桥", "大酒店", "大饭店", "大剧院", "酒店", "宾馆", "饭店", "大学", "学院", "师范", "理工", "农业", "科技", "中学",
    "小学", "中路", "中街", "中心", "中医", "医院", "人民医院", "商场", "超市", "火车", "车站", "机场", "国际", "新村", "家园",
    "银行", "火锅", "小吃", "小馆", "餐厅", "餐馆", "饭馆", "面馆", "特产", "店", "祠", "门", "寺", "湖", "江", "河", "口",
    "塔", "庙", "宫", "岭", "坪", "坝", "港", "站", "岛", "高速", "国道", "商会", "菜馆", "川菜", "酒楼", "商贸", "风情",
    "古镇", "古城", "人家", "大院", "驻", "一路", "二路", "三路", "四路", "五路", "一街", "二街", "三街", "村", "宾舍",
];

/// True when a street's word follows at once, so that even a whole name is a street's: 解放街道路.
pub(super) fn is_street(text: &str) -> bool {
    [
        "路", "街", "大道", "巷", "东路", "西路", "南路", "北路", "中路",
    ]
    .iter()
    .any(|w| text.starts_with(w))
}

/// True when a text goes on as a street or a house would: 路…, 东路…, 大学….
pub(super) fn opens_a_street(text: &str) -> bool {
    let after = text
        .strip_prefix(['东', '西', '南', '北', '中', '前', '后', '上', '下'])
        .unwrap_or(text);
    STREETS.iter().any(|word| text.starts_with(word))
        || [
            "路", "街", "大道", "大街", "巷", "一路", "二路", "三路", "段", "门",
        ]
        .iter()
        .any(|word| after.starts_with(word))
}

/// True when a piece of text is a remark.
pub(super) fn is_remark(text: &str) -> bool {
    if REMARKS.iter().any(|word| text.contains(word)) {
        return true;
    }
    let named = GOODS.iter().any(|word| text.contains(word));
    (named && !ADDRESS.iter().any(|word| text.contains(word))) || is_quantity(text)
}

/// True when a piece of text has what addresses have: a number, or a word such as 路 or 小区.
pub(super) fn is_address(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit()) || ADDRESS.iter().any(|word| text.contains(word))
}

/// `2斤`, `松茸三盒`, `0.5kg`: a number and a unit at the end.
fn is_quantity(text: &str) -> bool {
    let Some(stem) = UNITS.iter().find_map(|unit| text.strip_suffix(unit)) else {
        return false;
    };
    let last = stem.chars().next_back();
    let number = last.is_some_and(|c| c.is_ascii_digit() || "一二两三四五六七八九十半".contains(c));
    number && !stem.contains(['号', '栋', '路', '街'])
}
