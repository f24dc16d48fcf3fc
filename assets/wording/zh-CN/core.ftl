# What Tsong says, in Chinese. The other languages have the same keys.

## Signing in

error-sign-in-needed = 请先登录：选择您的姓名，输入密码。
error-wrong-pin = 密码不对。还可以试 { $tries_left } 次，之后要等一会儿。忘了请找管理员。
error-locked-out = 密码错的次数太多。请等 { $wait_seconds } 秒再试，或请管理员重设密码。
error-not-allowed = 您没有这个权限（{ $right }）。请管理员来做，或请管理员改您的角色。
error-pin-too-short = 密码太短，至少要四位数字。
error-pin-too-simple = 这个密码太容易猜到。不要用同一个数字，也不要用连续的数字。
error-name-taken = 这个名字已经有人用了。请加一点区别。
error-last-keeper = 这是唯一的管理员。请先让另一个人当管理员。

## What was asked

error-not-found = 找不到{ $what } { $id }。请看看有没有输错，或先同步。
error-bad-input = { $field }：{ $reason }
error-bad-json = 发来的内容不是 JSON，什么也没有做。请改正后再发。
error-unknown-command = 没有 { $name } 这个命令。可以看命令列表。
error-bad-arguments = 命令缺了东西或写错了，什么也没有做。请看帮助。
error-stale = { $what }刚才被改过。什么也没有丢：请看新的内容，再决定。
error-already-done = 这件事已经做过了，没有重复做。

## What was typed

error-empty = 这里还没有填，请填写。
error-not-a-number = 这个数字看不懂。请像 2.5 这样写。
error-negative = 不能小于零。请去掉负号。
error-zero = 必须大于零。
error-too-large = 这个数太大，不像是对的。请再看一遍。
error-too-precise = 太细了：重量到克，金额到分，数量到个。
error-too-long = 文字太长，请写短一点。
error-unknown-unit = 这个单位不认识。重量用公斤、克、斤、两，金额用元。
error-bad-amount = 金额不对。金额以分为单位，不能小于零。
error-bad-weight = 重量不对。要大于零，以克为单位。
error-bad-id = 记录编号的格式不对。请从原处照样复制。
error-place-unknown = 找不到这个地方。您写的内容还在，请从列表里选乡镇和村。
error-not-in-list = 没有这个选项。请从列表里选一个。
error-not-picked = 订单没有取这一批，或者它重复了。请按订单上的批次取货。
error-does-not-add-up = 分出的和损耗加起来不等于投入的。请再称一次，或改数量。
error-perishes = 这种货在退回途中会坏。请直接退款，不用退货；打包照片可作凭证。
error-nothing-due = 已经不用再付。如果还是多收了，请写明金额。
error-villager-left = 这位村民已离开。请记在别人名下，或先恢复这位村民。
error-more-than-paid = 这比已付而未退的多。请减少金额。
error-not-alike = 这些批次不一样：村民、产品、等级、产地、采集证、存放方式须相同，需要合格证的还须同一天。请分开放。
error-made-of-lots = 这批货不是收来的，是由别的批次做成的。请清点，或记损耗。
error-twice = 这一项出现了两次，请去掉一个。
error-in-use = 已经在用了，不能再改。请另外新建一个。
error-too-early = 这个时间太早，不像是对的。请再看一遍日期。
error-in-the-future = 这个时间还没有到。请再看一遍日期。
error-clock-doubted = 电脑时钟还没有校准，请先校准。
error-bad-date = 请这样填日期：2026-08-18。
error-date-is-sure = 这张订单的日期已经确认。
error-spoils = 这样存放会坏掉。请选更冷的地方。
error-bad-address = 这不是中心的地址。地址以 https:// 开头，请照县中心给的原样填写。
error-not-a-photo = 这个文件不是照片。请用 JPEG、PNG 或 WebP 照片。
error-photo-too-large = 照片太大。您写的内容还在，请换一张小的。

## Stock and orders

error-not-enough-stock = { $product }不够：要 { $asked }，还有 { $available }。订单还在，请减少数量或换一批。
error-below-floor = { $villager }的{ $product }不能低于 ¥{ $floor }。订单还在；请提高价格，或征得村民同意后修改底价。
error-wrong-state = 现在不能这样做：状态是“{ $state }”。什么也没有改。
error-undo-expired = 已经过了可以撤回的时间。请改用取消或更正。
error-missing-marks = 这条记录还有一部分没收到。什么也没有丢：请先同步，再试。
error-not-the-keeper = 货在站里另一台电脑那里。请在那里操作，或看过提醒后继续。
error-needs-recount = 站点从备份恢复过，这一批要先盘点再卖。
error-needs-takeover = 站点已从备份恢复。请先同步一次，接管旧硬盘的记录；在这之前订单都安全。
error-no-lines = 订单里还没有货品。请至少加一行。
error-unknown-status = 订单状态不认识。可用 created、paid、packed、shipped、delivered、refunded。
error-broken-json = 第 { $line } 行不是完整的记录。其他行已经导入；请改正这一行再导入。
error-import-partly = 有些行没有导入，其余的都进来了。请改正这些行，再导入一次。

## The records on this computer

error-database-newer = 记录是新版本写的（记录 { $found }，本程序 { $known }）。什么也没有动。请安装新版本。
error-database-damaged = 记录文件坏了。请不要再写入，用最近的备份恢复。同步过的记录在中心是安全的。
error-wrong-key = 密钥打不开这些记录。记录没有损坏，请用打印的恢复密钥。
error-no-database = { $path } 里没有站点。请先建立，或给出正确的文件夹。
error-database-exists = { $path } 里已经有站点，没有动它。请用别的文件夹。
error-directory-not-empty = 文件夹不是空的，没有恢复到里面。请给一个空文件夹。
error-not-a-bundle = 这个文件不是本程序的数据包，没有动它。请另选一个。
error-bundle-newer = 这个数据包是更新的版本写的（格式 { $found }），没有收下。请更新本程序。
error-bundle-not-ours = 这个数据包是给别的电脑或别的中心的，没有收下。请留给它的收件人。
error-bundle-cut = 这个数据包不完整，可能U盘拔得太早。已经读到的都留下了，请重新复制。
error-bundle-damaged = 这个数据包坏了，没有收下。什么也没有丢，请重新写一个。
error-no-bundle = 这里没有给这台电脑的数据包。请看看是不是这个U盘。
error-bundle-no-room = 那里没有空间放数据包，什么也没有写。记录都保存在这里；请清出空间，或换一个U盘。
error-disk-full = 硬盘满了，这次没有保存。以前保存的都安全。请清出空间，再保存。
error-database-busy = 另一个窗口正在写入。什么也没有丢，请稍后再试。
error-storage = 硬盘没有完成操作（{ $detail }）。以前保存的都安全。请备份，并检查硬盘。
error-recovery-key-wrong = 恢复密钥不对。请把每一组字母再看一遍；什么也没有改。
error-key-missing = 这台电脑上没有这些记录的密钥。请用打印的恢复密钥。
error-keyring-unavailable = 这台电脑没有可用的钥匙库。请加 --keyring off 启动：密钥会放在只有您能读的文件里。
error-backup-damaged = 这个备份坏了，没有使用。什么也没有改，请用更早的备份。
error-verify-failed = 记录对不上：{ $detail }。请先不要继续，做一个备份，联系县中心。
error-io = 文件读写失败：{ $detail }。以前保存的都安全。
error-internal = 程序出错了：{ $detail }。以前保存的都安全。请重新打开程序，并告诉县中心。
error-clock-wrong = 电脑的时间差得很多。可以继续工作，请设好今天的日期。

## The hub and the link

error-already-enrolled = 这台电脑已经接入中心。什么也没有改。
error-not-enrolled = 这台电脑还没有接入中心。记录都保存在这里；请向县中心要接入码。
error-no-link = 现在没有网络。记录都保存在这里等着，有网时再同步。
error-link-stalled = 网络中途断了。已送到的都算数，再同步会接着来。
error-stopped = 同步已停止。已送到的都算数，再同步会接着来。
error-captive-portal = 这个网络要先登录。请打开浏览器登录，再同步。记录都保存在这里。
error-not-a-hub = 这个地址上不是中心。什么也没有发出去，请检查地址。
error-bad-certificate = 中心无法证明身份，所以什么也没有发。请换一个网络，或联系县中心。
error-hub-refused = 中心拒绝了：{ $reason }。记录都保存在这里，请联系县中心。
error-bad-code = 接入码不对。请照原样再输入一次。
error-code-used = 接入码已经用过或过期。请向县中心要新的。
error-revoked = 县中心已停用这台电脑。记录都保存在这里，请联系县中心。
error-fork = 中心有这台电脑的另一份历史，可能复制过硬盘。什么也没有丢，请作为新设备恢复。
error-bad-signature = 签名不对，没有收下。其他的没有动，请联系县中心。
error-payload-too-large = 一次发送的内容太多。什么也没有丢，请再同步。

## Roles and rights

role-keeper = 管理员
role-operator = 操作员
role-helper = 帮手
role-host = 主播
right-open = 人人可用
right-see = 查看记录
right-stock = 入库和盘点
right-pack = 打包和交货
right-sell = 销售和收款
right-keep = 管理站点

## Aspects and states of an order

aspect-fulfilment = 订单
aspect-payment = 付款
aspect-after-sale = 售后
state-draft = 草稿
state-asked = 待确认库存
state-placed = 已下单
state-confirmed = 已确认
state-packing = 打包中
state-handed-over = 已交货
state-completed = 已完成
state-cancel-asked = 申请取消
state-cancelled = 已取消
state-needs-decision = 需要决定
payment-expected = 待付款
payment-reported = 买家说已付
payment-cleared = 已收款
payment-part-refunded = 部分退款
payment-moved-over = 转到另一包裹
payment-refunded = 已退款
payment-void = 已作废
after-sale-requested = 已申请
after-sale-agreed = 已同意
after-sale-await-goods = 等退货
after-sale-inspected = 已验货
after-sale-refunded = 已退款
after-sale-refused = 已拒绝
after-sale-withdrawn = 已撤回
listing-draft = 草稿
listing-on-sale = 在售
listing-paused = 暂停

## Things and fields, as they stand in a sentence

thing-order = 订单
thing-line = 订单行
thing-lot = 批次
thing-listing = 上架货品
thing-product = 产品
thing-grade = 等级
thing-villager = 村民
thing-buyer = 买家
thing-operator = 操作员
thing-station = 站点
thing-device = 电脑
thing-place = 地点
thing-photo = 照片
thing-payment = 付款
thing-draft = 草稿
thing-fact = 记录
thing-mark = 标记
thing-file = 文件
thing-parcel = 包裹
field-name = 姓名
field-phone = 电话
field-address = 地址
field-contact = 姓名、电话和地址
field-account = 账号
field-payout = 付款方式
field-active = 仍在这里
field-wording = 说明
field-price = 价格
field-floor = 底价
field-amount = 金额
field-weight = 重量
field-quantity = 数量
field-pieces = 个数
field-pin = 密码
field-place = 地点
field-product = 产品
field-grade = 等级
field-photo = 照片
field-note = 备注
field-reason = 原因
field-lines = 货品
field-day = 日期
field-since = 起始日期
field-until = 截止日期
field-from = 起订量
field-source = 来源
field-role = 角色
field-code = 接入码
field-url = 中心网址
field-title = 标题
field-limit = 数量限制
field-state = 状态
field-id = 编号

## Fallback

error-unknown = 出了问题（{ $code }）。以前保存的都安全。

## Notices

notice-keys-in-files = 这个系统没有密钥环。密钥保存在只有本人能读的文件里：DIR/keys。
notice-settings-broken = 这台设备的设置读不出来，现在用的是默认设置，请查看一下。
