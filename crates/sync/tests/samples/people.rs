//! Invented people with the commonest names and roads and the real provinces and cities.

use tsong_domain::field::Personal;

/// What buyers ask for.
pub(crate) const NOTES: [&str; 8] = [
    "请尽快发货",
    "到了打电话",
    "放门口",
    "请包装好",
    "发顺丰",
    "送人的，请包装好看一点",
    "周末送货",
    "易碎，轻拿轻放",
];

const CITIES: &str = "北京市 东城区 西城区 朝阳区 海淀区 丰台区|天津市 和平区 南开区|上海市 浦东新区 徐汇区 静安区|重庆市 渝中区 江北区 万州区|\
河北省 石家庄市 唐山市 保定市|山西省 太原市 大同市|内蒙古自治区 呼和浩特市 包头市|辽宁省 沈阳市 大连市|吉林省 长春市 吉林市|黑龙江省 哈尔滨市 齐齐哈尔市|\
江苏省 南京市 苏州市 无锡市 徐州市 常州市 南通市|浙江省 杭州市 宁波市 温州市 嘉兴市 绍兴市 金华市 台州市|安徽省 合肥市 芜湖市|福建省 福州市 厦门市 泉州市|江西省 南昌市 赣州市|\
山东省 济南市 青岛市 烟台市 临沂市|河南省 郑州市 洛阳市 南阳市|湖北省 武汉市 宜昌市 襄阳市|湖南省 长沙市 株洲市 衡阳市|广东省 广州市 深圳市 佛山市 东莞市 惠州市 中山市 珠海市|\
广西壮族自治区 南宁市 桂林市 柳州市|海南省 海口市 三亚市|四川省 成都市 绵阳市 德阳市 南充市 宜宾市 甘孜藏族自治州 阿坝藏族羌族自治州 凉山彝族自治州|贵州省 贵阳市 遵义市|\
云南省 昆明市 大理白族自治州 迪庆藏族自治州 丽江市|陕西省 西安市 咸阳市 宝鸡市|甘肃省 兰州市 天水市 甘南藏族自治州|青海省 西宁市 海东市 玉树藏族自治州|宁夏回族自治区 银川市|\
新疆维吾尔自治区 乌鲁木齐市 喀什地区|西藏自治区 拉萨市 日喀则市 昌都市 林芝市 山南市 那曲市 阿里地区|香港特别行政区 九龙|澳门特别行政区 澳门半岛|台湾省 台北市";
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕春梅雪婷浩宇子轩欣怡佳琪思远晓东俊峰美玲淑珍慧琳辉鹏飞斌波云莲真环荣爱妹";
const COUNTIES: [&str; 8] = [
    "城关区",
    "巴宜区",
    "工布江达县",
    "米林市",
    "桑珠孜区",
    "天河区",
    "武侯区",
    "雁塔区",
];
const TOWNS: [&str; 8] = [
    "城关镇",
    "新华街道",
    "和平街道",
    "东风街道",
    "巴河镇",
    "八一镇",
    "太平镇",
    "龙门镇",
];
const ROADS: [&str; 16] = [
    "人民路",
    "解放路",
    "建设路",
    "中山路",
    "文化路",
    "新华路",
    "迎宾大道",
    "长江路",
    "黄河路",
    "滨河路",
    "学府路",
    "朝阳街",
    "振兴街",
    "东大街",
    "西大街",
    "北环路",
];
const ESTATES: [&str; 10] = [
    "阳光花园",
    "幸福小区",
    "锦绣家园",
    "翠湖苑",
    "金色家园",
    "丽景湾",
    "万和城",
    "和谐家园",
    "桂花苑",
    "盛世华庭",
];

/// A number that looks random and is the same for ever.
fn pick(i: usize, salt: usize, of: usize) -> usize {
    (i * 7919 + salt * 104_729 + i * i * 31) % of
}

fn phone(i: usize) -> String {
    let starts = [
        "138", "139", "150", "151", "158", "177", "185", "186", "189", "135",
    ];
    format!(
        "{}{:08}",
        starts[pick(i, 1, 10)],
        (i * 48_271 + 12_345_679) * 37 % 100_000_000
    )
}

fn name(i: usize) -> String {
    let of = |text: &str, at: usize| text.chars().nth(at % text.chars().count()).unwrap();
    let mut name = String::from(of(SURNAMES, i));
    name.push(of(GIVEN, i * 5 + 1));
    if !i.is_multiple_of(3) {
        name.push(of(GIVEN, i * 11 + 7));
    }
    name
}

fn address(i: usize) -> String {
    let road = ROADS[pick(i, 2, 16)];
    let number = 1 + pick(i, 3, 399);
    if i.is_multiple_of(2) {
        return format!("{road}{number}号");
    }
    let (estate, building, unit) = (
        ESTATES[pick(i, 4, 10)],
        1 + pick(i, 5, 30),
        1 + pick(i, 6, 4),
    );
    let door = 101 + 100 * pick(i, 7, 28) + pick(i, 8, 8);
    format!("{road}{number}号{estate}{building}栋{unit}单元{door}室")
}

/// Buyers: one for each city.
pub(crate) fn buyers() -> Vec<Personal> {
    let places = CITIES.split('|').flat_map(|line| {
        let mut parts = line.split(' ');
        let province = parts.next().unwrap_or_default();
        parts.map(move |city| (province.to_owned(), city.to_owned()))
    });
    places
        .enumerate()
        .map(|(i, (province, city))| Personal {
            name: name(i),
            phone: phone(i),
            region: vec![
                province,
                city,
                COUNTIES[i % 8].into(),
                TOWNS[pick(i, 9, 8)].into(),
            ],
            address: address(i),
            ..Personal::default()
        })
        .collect()
}

/// Villagers, with Tibetan names.
pub(crate) fn villagers() -> Vec<Personal> {
    let names = [
        ("扎西", "བཀྲ་ཤིས།"),
        ("卓玛", "སྒྲོལ་མ།"),
        ("次仁", "ཚེ་རིང་།"),
        ("格桑", "སྐལ་བཟང་།"),
        ("尼玛", "ཉི་མ།"),
        ("达瓦", "ཟླ་བ།"),
        ("白玛", "པད་མ།"),
        ("丹增", "བསྟན་འཛིན།"),
        ("央金", "དབྱངས་ཅན།"),
        ("旺堆", "དབང་འདུས།"),
        ("德吉", "བདེ་སྐྱིད།"),
        ("平措", "ཕུན་ཚོགས།"),
    ];
    let region = ["西藏自治区", "林芝市", "工布江达县", "巴河镇"]
        .map(String::from)
        .to_vec();
    (0..)
        .zip(names)
        .map(|(i, (zh, bo))| Personal {
            name: zh.into(),
            name_bo: bo.into(),
            phone: phone(200 + i),
            region: region.clone(),
            place: Some(540_421_102),
            account: if i % 4 == 2 {
                format!("62284800{:011}", i * 97_531)
            } else {
                String::new()
            },
            ..Personal::default()
        })
        .collect()
}
