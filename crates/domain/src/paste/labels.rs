//! Labels such as 收货人: and 地址:, and the pieces that they introduce.

use super::prepare::TAKEN;

/// What a piece of the text is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Free,
    Name,
    Phone,
    Region,
    Address,
    Postcode,
    Code,
    Note,
    /// A note whose label is part of what it says, such as 数量.
    Order,
    Sender,
    /// The head of a receiver's block; what follows is free.
    Receiver,
}

/// Labels that stand without a colon too: 姓名 张三, 地址四川省….
const STRONG: &[(Kind, &[&str])] = &[
    (
        Kind::Sender,
        &[
            "寄件人姓名",
            "寄件人信息",
            "寄件人电话",
            "寄件人地址",
            "寄件人",
            "寄件信息",
            "寄件地址",
            "寄件电话",
            "寄件方",
            "发件人信息",
            "发件人",
            "发件信息",
            "发件地址",
            "发货人",
            "发货地址",
            "发货信息",
        ],
    ),
    (
        Kind::Receiver,
        &[
            "收件人信息",
            "收货人信息",
            "收件信息",
            "收货信息",
            "收件方",
            "收货方",
            "地址信息",
            "配送信息",
        ],
    ),
    (
        Kind::Name,
        &[
            "收货人姓名",
            "收件人姓名",
            "收货人名字",
            "收件人名字",
            "收货姓名",
            "收件姓名",
            "收货人",
            "收件人",
            "联系人姓名",
            "联系人",
            "客户姓名",
            "姓名",
            "མིང་",
            "མིང",
        ],
    ),
    (
        Kind::Phone,
        &[
            "收货人手机号码",
            "收货人手机号",
            "收货人手机",
            "收货人电话",
            "收件人手机号",
            "收件人手机",
            "收件人电话",
            "收货手机号",
            "收货手机",
            "收货电话",
            "收件电话",
            "收件手机",
            "联系电话",
            "联系手机",
            "联系方式",
            "手机号码",
            "手机号",
            "手机",
            "电话号码",
            "电话号",
            "电话",
            "ཁ་པར་ཨང་གྲངས་",
            "ཁ་པར་ཨང་",
            "ཁ་པར་",
            "ཁ་པར",
        ],
    ),
    (
        Kind::Region,
        &[
            "所在地区",
            "所在区域",
            "所在城市",
            "收货地区",
            "收件地区",
            "省市区县",
            "省市区",
            "所属地区",
        ],
    ),
    (
        Kind::Address,
        &[
            "收货详细地址",
            "收件人地址",
            "收货人地址",
            "收货地址",
            "收件地址",
            "详细地址",
            "具体地址",
            "街道地址",
            "邮寄地址",
            "快递地址",
            "家庭住址",
            "家庭地址",
            "联系地址",
            "通讯地址",
            "寄送地址",
            "地址",
            "住址",
            "གནས་ཡུལ་",
            "སྡོད་གནས་",
            "ཁ་བྱང་",
            "ཁ་བྱང",
        ],
    ),
    (Kind::Postcode, &["邮政编码", "邮编"]),
    (
        Kind::Code,
        &["行政区划代码", "区划代码", "地区编码", "地区代码", "区划码"],
    ),
    (
        Kind::Note,
        &[
            "买家留言",
            "买家备注",
            "卖家备注",
            "订单备注",
            "备注",
            "留言",
            "附言",
        ],
    ),
];

/// Labels that need their colon, for they are words of their own.
const WEAK: &[(Kind, &[&str])] = &[
    (
        Kind::Sender,
        &["寄方", "寄", "发件", "寄件", "Sender", "From"],
    ),
    (Kind::Receiver, &["收方", "To"]),
    (
        Kind::Name,
        &[
            "收货",
            "收件",
            "名字",
            "称呼",
            "客户",
            "买家",
            "顾客",
            "收",
            "名",
            "Receiver",
            "Recipient",
            "Name",
        ],
    ),
    (
        Kind::Phone,
        &[
            "号码",
            "联系",
            "座机",
            "固定电话",
            "Telephone",
            "Phone",
            "Mobile",
            "Cell",
            "Tel",
        ],
    ),
    (
        Kind::Region,
        &[
            "地区", "区域", "省份", "城市", "区县", "县区", "乡镇", "街道", "省", "市", "区", "县",
            "镇", "乡",
        ],
    ),
    (
        Kind::Address,
        &[
            "门牌号",
            "门牌",
            "楼栋",
            "小区",
            "详址",
            "村",
            "住",
            "地点",
            "Address",
            "Addr",
            "Add",
        ],
    ),
    (Kind::Postcode, &["邮码", "Postcode", "Zip"]),
    (Kind::Code, &["编码"]),
    (
        Kind::Note,
        &["注意", "注", "说明", "要求", "Note", "Remark", "PS"],
    ),
    (
        Kind::Order,
        &[
            "订单编号",
            "订单号",
            "单号",
            "运单号",
            "下单时间",
            "商品名称",
            "商品",
            "宝贝",
            "产品",
            "品名",
            "数量",
            "规格",
            "快递公司",
            "快递",
            "运费",
            "金额",
            "合计",
            "微信号",
            "微信",
            "QQ",
            "公司",
            "单位",
        ],
    ),
];

/// A piece of the text and what it is about.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) kind: Kind,
    pub(super) label: &'a str,
    pub(super) text: &'a str,
}

/// Cuts a text at its labels. Names, phones, codes and notes end with their line, what follows is
/// free; a sender's block reaches to the receiver's label, if there is one after it or none before.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found: Vec<Piece<'_>> = Vec::new();
    let mut open = (Kind::Free, "");
    let mut start = 0;
    let mut at = 0;
    let mut receiver_seen = false;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let step = rest.chars().next().map_or(1, char::len_utf8);
        let hit = label_at(text, at)
            .filter(|(kind, label, _)| open.0 != Kind::Sender || ends_sender(*kind, label));
        let Some((kind, label, len)) = hit else {
            at += step;
            continue;
        };
        push(&mut found, open, text.get(start..at).unwrap_or_default());
        receiver_seen |= ends_sender(kind, label);
        at += len;
        start = at;
        open = (kind, label);
        if kind == Kind::Sender && !receiver_seen && !receiver_after(text, at) {
            at += text
                .get(at..)
                .and_then(|rest| rest.find('\n'))
                .unwrap_or(text.len() - at);
            push(&mut found, open, text.get(start..at).unwrap_or_default());
            start = at;
            open = (Kind::Free, "");
        }
    }
    push(&mut found, open, text.get(start..).unwrap_or_default());
    found
}

fn push<'a>(found: &mut Vec<Piece<'a>>, (kind, label): (Kind, &'a str), text: &'a str) {
    let text = text.trim_matches([' ', '\n', ',', ';']);
    let one_line = match kind {
        Kind::Name | Kind::Phone | Kind::Postcode | Kind::Code | Kind::Note | Kind::Order => true,
        Kind::Free | Kind::Region | Kind::Address | Kind::Sender | Kind::Receiver => false,
    };
    let kind = if kind == Kind::Receiver {
        Kind::Free
    } else {
        kind
    };
    let (own, rest) = match text.split_once('\n') {
        Some((own, rest)) if one_line => (own, rest),
        _ => (text, ""),
    };
    for (kind, label, text) in [(kind, label, own), (Kind::Free, "", rest)] {
        if !text.is_empty() {
            found.push(Piece { kind, label, text });
        }
    }
}

fn ends_sender(kind: Kind, label: &str) -> bool {
    kind == Kind::Receiver
        || (label.starts_with('收') && kind != Kind::Sender)
        || label.starts_with("Rec")
}

fn receiver_after(text: &str, from: usize) -> bool {
    let rest = text.get(from..).unwrap_or_default();
    rest.char_indices().any(|(i, _)| {
        label_at(text, from + i).is_some_and(|(kind, label, _)| ends_sender(kind, label))
    })
}

/// The label that begins at a byte of the text, and its length with the colon.
fn label_at(text: &str, at: usize) -> Option<(Kind, &str, usize)> {
    let rest = text.get(at..)?;
    let before = text.get(..at)?.chars().next_back();
    let apart = before.is_none_or(|c| !c.is_alphanumeric() || c == TAKEN);
    let after_digit = before.is_some_and(|c| c.is_ascii_digit());
    let longest = |table: &'static [(Kind, &'static [&'static str])]| {
        let all = table
            .iter()
            .flat_map(|(kind, words)| words.iter().map(|word| (*kind, *word)));
        all.filter(|(_, word)| begins(rest, word))
            .max_by_key(|(_, word)| word.len())
    };
    let strong = longest(STRONG);
    let weak = longest(WEAK);
    for (found, is_strong) in [(strong, true), (weak, false)] {
        let Some((kind, word)) = found else { continue };
        let label = rest.get(..word.len())?;
        let tail = rest.get(word.len()..)?;
        let value = tail.trim_start_matches([' ', ')']);
        let colon = value.starts_with(':');
        let loose = is_strong && (apart || after_digit) && stands_alone(kind, tail);
        let fits = colon && (apart || (is_strong && word.chars().count() > 1)) || loose;
        if fits {
            let value = value.trim_start_matches([':', ' ']);
            return Some((kind, label, rest.len() - value.len()));
        }
    }
    None
}

fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(word))
}

/// Whether a label without a colon is one, by what follows it.
fn stands_alone(kind: Kind, tail: &str) -> bool {
    let next = tail.chars().next();
    match kind {
        Kind::Phone | Kind::Postcode | Kind::Code => {
            let value = tail.trim_start().chars().next();
            value.is_some_and(|c| c.is_ascii_digit() || matches!(c, '+' | '('))
        }
        _ if next.is_none() => true,
        Kind::Receiver | Kind::Sender | Kind::Region => next.is_some_and(char::is_whitespace),
        Kind::Name => next.is_some_and(|c| !matches!(c, ',' | ')' | '不' | '的' | '是')),
        Kind::Address | Kind::Note | Kind::Order | Kind::Free => {
            next.is_some_and(|c| !matches!(c, ',' | ')' | '不' | '在'))
        }
    }
}
