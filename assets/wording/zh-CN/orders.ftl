# The orders screen, in Chinese.

## The list

orders-list = 订单列表
orders-search = 买家、单号、电话后四位
orders-groups = 哪些订单
orders-group-all = 全部
orders-group-decide = 等你定
orders-group-pack = 待打包
orders-group-road = 在路上
orders-group-done = 完成
orders-group-cancelled = 取消
orders-day = 日期
orders-day-all = 所有日期
orders-today = 今天
orders-yesterday = 昨天
orders-month-before = 上个月
orders-month-after = 下个月
orders-month = { $year }年{ $month }月
orders-weekdays = 日 一 二 三 四 五 六
orders-no-buyer = 未留姓名
orders-at-hub = 已到县中心
orders-waits = 本机待传 { $count } 条
orders-to-list = 回到列表
orders-show-all = 显示全部订单
orders-nothing-hint = 少输几个字，或换一组、换一天试试。
orders-empty = 还没有订单
orders-empty-hint = 第一张单在开单页开，有没有网都行。
orders-none-chosen = 在左边选一张订单：方向键移动，回车打开。

## The order

orders-order = 订单
orders-number = 订单 { $number }
orders-no-number = 单号还没到
orders-source-counter = 柜台
orders-source-phone = 电话
orders-source-message = 微信消息
orders-source-livestream = 直播
orders-source-platform = 平台
orders-source-import = 导入
orders-erased = 买家资料已删除
orders-steps = 订单进度
orders-step-placed = 下单
orders-step-confirmed = 确认
orders-step-packing = 打包
orders-step-handed-over = 交运
orders-step-completed = 完成
orders-goods = 商品与出自谁家
orders-ordered = 订的
orders-price = 单价 ¥
orders-amount = 金额 ¥
orders-freight = 运费
orders-freight-fixed = 货已交出，运费不能再改。
orders-note = 备注
orders-note-add = 备注、运费
orders-note-change = 改备注、运费
orders-note-hint = 买家的要求。删除买家资料时一并删除。
orders-dated = 接单日期
orders-dated-hint = 当时电脑时钟不准。请按纸上的年月日填写。
orders-dated-set = 确认日期
orders-field-dated-ms = 接单日期

## Doubts, and what may be done

orders-doubt-short-handed-over-and-cancelled = 交了又取消
orders-doubt-short-late-order = 迟到，没留货
orders-doubt-short-weight = 重量不符
orders-doubt-short-short = 货不够
orders-doubt-short-late = 赶不上
orders-doubt-short-unreachable = 联系不上买家
orders-doubt-short-price = 价格变了
orders-doubt-short-unknown = 有疑问
orders-doubt-short-asked = 等库存确认
orders-doubt-short-cancel-asked = 申请取消
orders-doubt-asked = 这张单是另一台电脑接的，它没有库存。可用本机的货下单，或取消。
orders-doubt-asked-there = 这张单在等有货的电脑确认。请同步，由那边答复。
orders-doubt-cancel-asked = 别处申请取消；货在这里，仍留着。货在手上就取消。
orders-doubt-cancel-asked-there = 已申请取消。货在另一台电脑那里，等它答复前一直留着。
orders-doubt-handed-over-and-cancelled = 这边已交货，别处在不知情时取消了。货按已交出算。若买家已收到，就完成它。
orders-doubt-late-order = 这张单来自坏掉的硬盘，到得晚，没有留货。可用这里的货重新下单，或取消。
orders-doubt-weight = 打包的重量和订单差得超过这种产品允许的范围。请问过买家再选。
orders-doubt-short-why = 货其实不够。已留的货仍然留着。
orders-doubt-late = 答应的时间送不到。请问买家愿不愿意等。
orders-doubt-unreachable = 联系不上买家。再试一次，或者取消订单。
orders-doubt-price = 价格和说好的不一样。请和买家说定按哪个价。
orders-doubt-other = 记录对不上。请看经过再决定。
orders-unpack = 取消前已打包：请拆包，货已放回可卖。
orders-late = 这台电脑是从备份恢复的。如果货在恢复前就交出去了，请点这里：库存只扣一次。
orders-late-do = 恢复前已交货
orders-give-back = 这张单已收 ¥{ $amount }，要退给买家：点退款。
orders-undo = 撤销
orders-undo-hint = 已保存。还可以整单撤回，连同收款。
orders-choice-weight = 就按这个重量
orders-choice-short = 现在货够了
orders-choice-late = 买家愿意等
orders-choice-unreachable = 联系上了，继续
orders-choice-price = 按原来的价
orders-choice-unknown = 继续
orders-choice-pack = 重新称
orders-choice-amend = 改货品
orders-over = 多收了 ¥{ $amount }，请用“退款”退还。

## Steps

orders-do-confirmed = 确认
orders-do-packing = 开始打包
orders-weigh = 称重
orders-weigh-title = 称重：订单 { $number }
orders-weigh-hint = 按批次取货，输入秤上的数。回车到下一个；空着就按取货的量。
orders-weigh-beyond = 和订单差 { $difference }，允许 { $tolerance }。要由人来决定。
orders-weigh-done = 打包好了
orders-packed = 实装 { $amount }
orders-goods-change = 改货品
orders-goods-title = 改订单 { $number } 的货品
orders-goods-hint = 数量空着就删掉这一行。留货会一起改。
orders-goods-add = 加货品：名称或代号
orders-goods-agreed = 买家同意了
orders-ask = 有疑问
orders-ask-title = 要决定什么？
orders-ask-hint = 订单会放到“待决定”里，留的货不变。
orders-rule = 取货办法
orders-rule-earliest-expiry = 先到期先出
orders-rule-chosen = 指定批次
orders-rule-rotated = 各户轮流
orders-rule-pooled = 各户按重量分摊
orders-do-hand-over = 交货
orders-do-completed = 完成
orders-do-answer = 用本机货下单
orders-do-cancel = 取消订单
orders-do-free = 货在手上：取消
orders-do-it-went = 货已送到：完成
orders-do-again = 重新下单
orders-print = 打面单
orders-cancel = 取消订单
orders-cancel-title = 取消订单 { $number }
orders-cancel-not = 不取消
orders-cancel-why = 原因
orders-cancel-buyer = 买家不要了
orders-cancel-spoilt = 货坏了
orders-cancel-short = 货不够
orders-cancel-twice = 重复下单
orders-cancel-address = 地址送不到
orders-cancel-other = 其他原因
orders-cancel-own = 补充说明
orders-cancel-hint = 会永久留在记录里：不要写姓名和电话。
orders-cancel-asks = 货在另一台电脑那里：这只是请它放货。
orders-warned-title = 货不在这里
orders-warned = 这张单的货在站里另一台电脑那里。
orders-warned-where = 这张单的货在「{ $device }」。
orders-warned-hint = 只有货在你手上才在这里交货。会从那台电脑的库存里扣；如果那边已放货或盘点，会生成一条待办。
orders-warned-go-on = 仍然交货

## Money

orders-way = 方式
orders-pay-note = 记一笔款
orders-pay-title = 记一笔款
orders-pay-state = 这笔款
orders-pay-cleared = 已收到
orders-pay-void = 作废
orders-pay-refund = 退款
orders-refund-title = 退款给买家
orders-refund-most = 最多 ¥{ $amount }
orders-refund-hint = 这里只记下你已退款，程序不会自动转钱。
orders-refunded = 已退 ¥{ $amount }

## History

orders-history = 经过
orders-history-title = 订单 { $number } 的经过
orders-when = 时间
orders-what = 什么事
orders-who = 谁
orders-record = 记录号
orders-what-taken = 开单
orders-what-packed = 打包称重
orders-what-doubted = 请人决定
orders-what-changed = 修改：{ $fields }
orders-what-erased = 已删除个人资料
orders-what-other = 新版本的记录
orders-field-lines = 货品
orders-field-goods = 货款
orders-field-shipping = 运费
orders-field-total = 总额
orders-field-buyer = 买家
orders-field-contact = 收货信息
orders-field-note = 备注
