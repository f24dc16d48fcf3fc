# The county's desk, in Chinese.

desk-title = 县电商服务中心
desk-token = 工作人员令牌
desk-token-hint = 由县中心管理员用 tsong-hub staff 生成
desk-pages = 各页
desk-overview = 总览
desk-log = 工作记录
desk-sign-out = 退出
desk-county = 全县
desk-find = 找服务站
desk-find-orders = 单号、买家、电话
desk-hearing = 联系情况
desk-silent = 久未联系
desk-late = 迟
desk-never = 从未联系
desk-is-heard = 有联系
desk-since = { $span }没联系
desk-syncing = 正在同步
desk-stations = 服务站
desk-stations-count = { $count } 个，先看要紧的
desk-add = 添加服务站
desk-added = 已添加 { $name }
desk-other-place = 换地方
desk-none = 还没有服务站
desk-none-hint = 添加一个，并把一次性代码告诉他们。
desk-more = 显示 { $total } 个中的 { $shown } 个，可查找其他

## Figures

desk-sold-today = 今日销售
desk-orders-today = 今日订单
desk-week-ago = 比上周同日 { $change }
desk-no-week-ago = 上周同日没有
desk-pack-road = 待打包 { $pack } · 在路上 { $road }
desk-heard = 有联系的站
desk-not-heard = { $count } 个没联系
desk-all-heard = 全部
desk-decide = 等人定
desk-set-aside = 已搁置 { $count }
desk-none-aside = 没有搁置
desk-waiting = 站里待传
desk-pending = 这里有 { $count } 条待取
desk-pending-there = 等它来取
desk-devices = 电脑
desk-facts = { $count } 条记录
desk-facts-word = 记录
desk-blobs = 缺照片
desk-days = 14 天销售
desk-week-sum = 7 天：{ $orders } 单，¥{ $sum }

## What needs a person

desk-nothing-needs = 没有要紧的事
desk-need-fork = 电脑记录分叉：{ $count }
desk-need-quarantine = 搁置的记录：{ $count }
desk-need-silent = 很久没联系。待定订单：{ $count }
desk-need-decide = 待定订单：{ $count }
desk-need-late = 联系迟了。待定订单：{ $count }

## Columns

desk-col-station = 服务站
desk-col-state = 状态
desk-col-heard = 上次联系
desk-col-hours = 24 小时
desk-col-waiting = 待传
desk-col-orders = 订单
desk-col-sold = 销售 ¥
desk-col-tasks = 任务
desk-col-number = 单号
desk-col-buyer = 买家
desk-col-goods = 商品
desk-col-sum = 金额 ¥
desk-col-taken = 下单
desk-col-reveal = 查看
desk-col-when = 时间
desk-col-who = 谁
desk-col-what = 做了什么
desk-reason = 原因

## Orders and computers

desk-orders = 订单
desk-no-orders = 没有订单
desk-newer = 较新
desk-older = 较早
desk-reveal = 查看订单 { $number } 的电话和地址
desk-no-devices = 还没有登记的电脑。
desk-device-line = 版本 { $version } · 联系 { $heard } · 来源 { $origins }
desk-enrol = 登记电脑
desk-revoke = 停用
desk-revoke-title = 停用 { $name }？
desk-revoke-hint = 它将不能再同步。已上传的记录保留，服务站可以登记另一台电脑。
desk-revoked = 已停用
desk-revoked-on = { $date } 由 { $who } 停用：{ $reason }
desk-code-hint = 把这个代码和地址告诉服务站：{ $address }
desk-code-until = 只能用一次，有效到 { $date } { $time }。

## What staff did

desk-log-empty = 还没有记录
desk-act-signed-in = 登录
desk-act-signed-out = 退出
desk-act-station-added = 添加服务站
desk-act-code-made = 生成一次性代码
desk-act-device-revoked = 停用电脑
desk-act-buyer-shown = 查看买家
desk-act-staff-added = 添加工作人员
desk-act-staff-revoked = 停用工作人员

## Refusals of the hub

desk-refusal-bad-token = 令牌不对。
desk-refusal-session-over = 会话已结束，请重新登录，什么都没丢。
desk-refusal-too-many-tries = 错误次数太多。
desk-refusal-cross-origin = 页面来源不对，没有执行。
desk-refusal-bad-name = 这个名称不能用。
desk-refusal-bad-place = 请从列表中选择地点。
desk-refusal-bad-reason = 请写明原因。
desk-refusal-station-unknown = 没有这个服务站。
desk-refusal-device-unknown = 没有这台电脑。
desk-refusal-no-link = 县中心没有响应，输入的内容还在。
desk-refusal-other = 县中心拒绝：{ $code }
desk-wait = 请等 { $seconds } 秒。
