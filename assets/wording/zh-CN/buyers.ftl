# Buyers, in Chinese.

buyers-add = 新买家
buyers-change = 修改买家
buyers-count = 共 { $count } 位
buyers-find = 姓名、首字母或电话
buyers-none = 还没有买家
buyers-none-hint = 第一次下单时自动保存，也可以在这里添加。
buyers-nameless = 未留姓名
buyers-erased = 已删除
buyers-orders = 订单
buyers-last = 最近的订单
buyers-no-orders = 还没有下过单
buyers-paste = 粘贴聊天文字
buyers-paste-read = 识别
buyers-place = 地区
buyers-address = 详细地址
