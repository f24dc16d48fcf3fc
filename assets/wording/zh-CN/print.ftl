# What is printed, in Chinese.

## The slip of an order and the receipt of a lot

print-order = 订单面单
print-lot = 收货凭据
print-calls = 叫货单
print-copy = 副本
print-number = 单号
print-date = 日期
print-phone = 电话
print-to = 收货人
print-from = 寄件
print-counter = 柜台自取
print-erased = 买家资料已删除
print-goods = 商品
print-quantity = 数量
print-price = 单价
print-amount = 金额
print-sum-goods = 货款
print-freight = 运费
print-total = 合计
print-paid = 已付
print-due = 待付
print-note = 备注
print-packed-by = 打包人
print-taken-by = 经手人
print-rounding = 每行只四舍五入一次，到分。
print-villager = 村民
print-taken-in = 收进
print-grade = 等级
print-gathered = 采收
print-place = 产地
print-permit = 采集证
print-shelf = 货架
print-not-paid-yet = 货已收下，尚未付款；卖出后结账。
print-paper = 单据用纸
print-paper-a5 = A5（半张纸）
print-paper-a6 = A6（四分之一张）
print-paper-roll80 = 80 毫米卷纸
