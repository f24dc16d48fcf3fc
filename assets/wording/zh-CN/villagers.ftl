# Villagers, in Chinese.

villagers-add = 新村民
villagers-change = 修改村民
villagers-count = 共 { $count } 户
villagers-find = 姓名、首字母或电话
villagers-none = 还没有村民
villagers-none-hint = 添加给本站送货的村民。
villagers-name = 姓名
villagers-name-bo = 藏文姓名
villagers-phone = 电话
villagers-payout = 付款方式
villagers-account = 账号
villagers-owed = 待付
villagers-lots = 送来的货
villagers-no-lots = 还没有送过货
villagers-of = 共 { $quantity }
villagers-gone = 不再送货
villagers-heir = 指定继承人
villagers-heir-is = 继承人：{ $name }
villagers-let-go = 不再送货
villagers-back = 重新送货
villagers-take-in = 收货
twins-alike = 同一电话：
twins-one-person = 是同一个人
twins-two-people = 是两个人
twins-same = 也登记为
twins-part = 重新分开
twins-joined = 已合为一人
twins-parted = 已重新分开
twins-two = 是两个人，不再询问
twins-choose = 与…是同一个人
twins-choose-title = { $name }与谁是同一个人？保留所选的人。
villagers-floors = 底价
villagers-floors-of = { $name }的货物底价
villagers-floors-hint = 低于底价的订单不会用这位村民的货。
villagers-floor = 底价
villagers-floor-for = 适用
villagers-floor-save = 设底价
villagers-floor-drop = 去掉底价

## Erasing a person

erase-open = 删除个人信息
erase-title = 永久删除此人的信息？
erase-hint = 姓名、电话、地址和照片都会删除，本机和县中心都删，无法恢复。货物和金额保留。不能撤销。
erase-type = 输入 { $name } 以继续
erase-go = 永久删除
erase-done = 已删除
