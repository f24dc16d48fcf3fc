# The screen of what is offered, in Chinese.

## The list

listings-screen = 上架
listings-sub = 在售 { $count }
listings-list = 货品列表
listings-find = 名称、代码或首字母
listings-filter = 哪些货品
listings-goods = 货品
listings-here = 本站可卖
listings-hub = 中心
listings-sold-there = 中心已售待打包
listings-state = 状态
listings-price = 价格
listings-all-grades = 所有等级
listings-contested = 两个值
listings-half-typed = 未保存
listings-empty = 还没有上架的货
listings-empty-hint = 按 F4 把在库的货上架。
listings-none-chosen = 选一个货品
listings-none-chosen-hint = 方向键移动，Enter 改价格。
listings-first = 第一个货品
listings-first-hint = 有价格和状态就行，名称用产品的。

## One listing

listings-editor = 货品
listings-to-list = 回到列表
listings-price-kg = 每千克价格
listings-price-piece = 每件价格
listings-photo = 照片
listings-title = 标题
listings-wording = 说明
listings-in-bo = 藏文
listings-in-zh = 中文
listings-in-en = 英文
listings-put-on-sale = 上架
listings-pause = 暂停
listings-revert = 放弃修改
listings-add = 添加货品
listings-added = 已添加
listings-saved = 已保存
listings-now-on-sale = 已上架
listings-now-paused = 已暂停
listings-prices = 其他价格
listings-prices-none = 所有人同价。
listings-price-add = 加一个价格
listings-price-change = 修改价格
listings-price-drop = 去掉这个价格
listings-price-gone = 价格已去掉
listings-price-over = 已过期
listings-price-history = 价格记录
listings-price-no-history = 还没有改过价格。
listings-price-of-price = 统一价
listings-price-of-floor = 底价
listings-price-taken = 已去掉
listings-price-source = 适用来源
listings-price-all = 全部
listings-price-from = 起订量
listings-price-from-on = { $quantity } 起
listings-price-since = 起始日期
listings-price-until = 截止日期
listings-price-up-to = 至 { $day }
listings-price-since-day = { $day } 起
listings-price-any = 请说明何时适用：来源、数量或日期。
listings-price-hint = 有专门价格的来源只用自己的价格；限期价格优先，然后取达到的最大数量档。

## A new listing

listings-new = 新货品
listings-find-product = 产品
listings-listed = 已上架过
