# The home screen, in Chinese.

home-acts = 要做的事
home-new-order = 开单
home-new-order-hint = 称重、卖出、打包
home-take-in = 收货
home-pack = 打包订单
home-first = { $product }：{ $time } 前卖出或发出
home-from = 来自 { $count } 户
home-last-call = 最后机会 · 剩 { $left }
home-left = 剩 { $left }
home-see-lots = 看批次
home-see-stock = 看货物
home-nothing-first = 今天没有急着卖的货
home-nothing-first-hint = 会坏的货显示在这里，最急的在最前。
home-decide = 等你定
home-counter = 柜台
home-wants = { $buyer } 要 { $quantity }
home-is-here = 现有 { $quantity }
home-needs-you = 等你定
task-needs-decision = 有订单等你决定
task-cancel-asked = 有人要取消订单
task-asked = 另一台电脑要货
task-takeover = 这台电脑是恢复来的，正与县中心确认可卖的货
task-negative-share = 答应的比现有的多
task-recount = 这批货卖之前先称一称
task-undated = 有订单日期未确认
task-contested = 两个人改了同一处
task-quarantine = 有一条记录被搁置
home-all-decided = 没有要定的
home-to-pack = 待打包
home-waits = 在这里等
home-all-packed = 都打包了
home-road = 在路上
home-on-its-way = 在路上
home-none-on-road = 路上没有
home-owed = 待付村民
home-villagers = { $count } 户
home-none-owed = 没有欠款
home-sold = 今日卖出 · { $count } 单
home-other = 其他
home-the-day = 今天
home-now = 现在
home-event-intake = 收货
home-event-orders = 订单
home-event-sync = 已同步
home-event-sync-failed = 同步没成
home-event-backup = 已备份
home-note-intake = { $villagers } 户 { $count } 批
home-note-orders = { $count } 单
home-note-sync = { $count } 条记录

## Why a sync did not work, in two words

link-no-link = 没有网络
link-link-stalled = 网络中断
link-captive-portal = 网络要求登录
link-bad-certificate = 县中心证书不可信
link-not-a-hub = 不是县中心
link-revoked = 本机已停用
link-stopped = 已手动停止
link-hub-refused = 县中心拒绝

## Counted things

home-decide-one = 件
home-decide-many = 件
home-order-one = 单
home-order-many = 单
