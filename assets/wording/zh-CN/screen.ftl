# What all screens share, in Chinese.

## Units

unit-kg = kg
unit-jin = 斤
unit-liang = 两
unit-g = g
unit-piece = 件

## The frame

rail-label = 各页
rail-today = 今日
rail-till = 开单
rail-orders = 订单
rail-stock = 货物
rail-listings = 上架
rail-villagers = 村民
rail-buyers = 买家
rail-settings = 设置
rail-lock = 锁屏
rail-lock-name = { $name }：锁屏
where-label = 记录在哪里
where-saved = 已存本机
where-waiting = 条待传
where-hub = 县中心
where-never = 尚未到县中心
sync-start = 同步
sync-stop = 停止
sync-done = 已同步：上传 { $up } 条，收到 { $down } 条
scan-unknown = 这里没有编码 { $code }
help-title = 快捷键
help-hint = 按住 Alt，每个键显示在它起作用的地方。
settings-language = 语言

## What every screen can say

screen-loading = 正在读取
screen-again = 再试一次
screen-close = 关闭
screen-cancel = 取消
screen-save = 保存
screen-saved = 已保存
screen-back = 返回
screen-next = 下一步
screen-done = 完成
screen-undo = 撤销
screen-typed-before = 上次没填完的内容已为您保留。
screen-begin-anew = 重新填写
screen-edit = 修改
screen-add = 添加
screen-all = 全部
screen-none = 无
screen-search = 查找
screen-print = 打印
screen-found = 找到 { $count } 个
screen-nothing-found = 没有符合的
screen-nothing-found-hint = 少输几个字，或换一种写法试试。
screen-offline = 没有网络
screen-offline-hint = 照常工作。记录都存在本机，以后再传到县中心。
screen-date-doubtful = 日期未确认
contested-two-people = 两个人各自改了这里。请选用哪一个。
contested-look = 查看并选择
contested-chosen = 已选定
contested-yes = 是
contested-no = 否
by-station = 程序
phone-reveal = 显示完整号码（会记下是谁看的）
phone-hide = 隐藏号码
keypad-back = 删除最后一位
weight-unit = 重量单位
photo-take = 拍照
photo-taking = 正在处理照片
place-hint = 地名、拼音首字母或代码

## How money is paid

way-cash = 现金
way-villager = 村民自己收款
pay-code-show = 出示收款码
pay-code-alt = 待扫的收款码
pay-code-not-here = 收款码的图还没有传到这里。请同步，或在设置里重选。
pay-given = 收到现金
pay-change = 找零 ¥{ $amount }
pay-given-short = 还差 ¥{ $amount }
way-wechat = 微信
way-alipay = 支付宝
way-bank = 银行
way-platform = 平台
way-on-delivery = 货到付款
