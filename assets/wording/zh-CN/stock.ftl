# The stock screen, in Chinese.

## The screen

stock-title = 货物
stock-sub = { $villagers } 户 { $lots } 批
stock-villagers = 村民
stock-products = 产品
stock-lots = 批次
stock-by = 按什么看
stock-by-villager = 村民
stock-by-product = 产品
stock-find-villager = 村民
stock-find-product = 产品
stock-lot-one = { $count } 批
stock-lot-many = { $count } 批
stock-which = 哪些批次
stock-here = 在库
stock-also-sold = 含售完
stock-empty = 还没有货
stock-empty-hint = 称一称村民送来的货。
stock-none-here = 这里没有货
stock-none-here-hint = 售完的在上面的开关里。
stock-nothing-found-hint = 少打几个字；按 Enter 按批次号查找。

## The columns

stock-gone = 已过
stock-to-sell = 可卖
stock-road = 在途
stock-to-ship = 离发货
stock-on-hand = 在库
stock-held = 已订
stock-hub = 中心
stock-may-sell = 可卖
stock-may-sell-now = 现在可卖
stock-owed = 待付
stock-take-in = 收货
stock-details = 详情

## A lot's life

stock-lot = 批次 { $number }
stock-today = 今天 { $time }
stock-gathered = { $time } 采
stock-road-span = 在途 { $span }
stock-ship-by = { $time } 前发
stock-keeps-long = 耐放
stock-too-late-to-ship = 来不及发货
stock-on-sale = 可卖
stock-keeps = 耐放
stock-last-call = 最后机会
stock-recount = 先清点
stock-too-late = 停售
stock-counter-only = 只在柜台卖
stock-sold-out = 售完

## One lot

stock-villager = 村民
stock-grade = 等级
stock-not-graded = 不分等级
stock-taken-in = 收进
stock-harvested = 采收或制作
stock-keeping = 保存
stock-ambient = 常温
stock-chilled = 冷藏
stock-frozen = 冷冻
stock-shelf = 货架或筐
stock-permit = 采集证
stock-permit-missing = 还没有出示
stock-place = 产地
stock-holders = 在谁手里
stock-held-by = 订了它的订单
stock-which-transfer = 哪一次转来
stock-at-hub = 县中心
stock-under-way = 在路上
stock-this-pc = 本机
stock-other-pc = 另一台电脑 { $id }
stock-lies-at = 在：{ $place }
stock-lower-price = 降价
stock-no-listing = 这种货没有上架
stock-not-enough = 只有 { $free } 可动，其余已订、转出或没有了。
stock-print = 打印收据

## What is done with it

stock-act-correct = 更正
stock-act-lose = 损耗
stock-act-count = 清点
stock-act-pass = 转给中心
stock-act-recall = 要回
stock-act-receive = 接收
stock-act-sort = 分级加工
stock-act-join = 并批
stock-ask-correct = 收进时记为 { $taken }。请填正确的数；填 0 表示没有收过。
stock-ask-lose = 在库 { $left }，其中可动 { $here }。请填已经没了的数。
stock-ask-count = 把货架上的都点一遍或称一遍，包括已订的。账上是 { $left }。
stock-ask-pass = 转出后只有中心能卖，也只有中心能还回。可转 { $here }。
stock-ask-recall = 县中心下次同步时交还未售出的部分；已售出的仍需打包。
stock-ask-receive = 请填到货的数。没到的仍算在路上。
stock-ask-sort = 按级称出来的数填。少掉的会记为损耗。可动 { $here }。
stock-ask-join = 选中的批次中可动的货并成一批，时间按最早的算。
stock-label-correct = 应为
stock-label-lose = 损耗
stock-label-count = 实有
stock-label-pass = 转出
stock-label-recall = 要回
stock-label-receive = 到货
stock-lost-how = 怎么回事
stock-spoil = 坏了
stock-shrink = 失重
stock-reason = 原因
stock-reason-free = 原因（可不填）
stock-reason-missing = 请写原因，以后看的人才明白。
stock-same = 和现在记的一样。
stock-undo-reason = 撤回更正
stock-done-correct = 批次 { $number } 现为 { $quantity }
stock-done-lose = 批次 { $number }：核销 { $quantity }
stock-done-count = 批次 { $number } 已清点
stock-done-pass = 批次 { $number }：{ $quantity } 由中心卖
stock-done-recall = 批次 { $number }：已要求交还 { $quantity }
stock-until = 到哪天为止
stock-until-hint = 过了这天，县中心交还未售出的部分；不限就留空。
stock-not-there = 县中心只有 { $free }。
stock-hub-sold = 县中心已售 { $quantity }，待本站打包
stock-hub-asked = 已要求交还 { $quantity }
stock-hub-until = 县中心可售至 { $day }
stock-done-receive = 批次 { $number }：到货 { $quantity }
stock-count-fits = 数目相符
stock-count-less = 少了
stock-count-more = 多了
stock-at-risk = 这些订单订了这批货，不够分。请决定哪一单少给。
stock-sort-into = 做成什么
stock-sort-taken = 投入
stock-sort-shelf = 放哪个货架或筐
stock-sort-sum = 分出 { $out } · 损耗 { $lost }
stock-sort-yield = 得 { $out } · 加工失去 { $lost }
stock-sort-too-much = 分出的比投入的多 { $over }，请再称。
stock-sort-nothing = 至少填一个等级的数。
stock-done-sort = 批次 { $number } 分成 { $lots }
stock-done-join = 已并成批次 { $number }
stock-join-two = 至少选两批。
stock-join-sum = 合计 { $quantity }
stock-made-of = 来自
stock-told = 经过
stock-changed-by = 变动
stock-who = 谁
stock-move-intake = 收进
stock-move-spoil = 坏了
stock-move-shrink = 损耗
stock-move-regrade = 分级加工
stock-move-transfer = 转出
stock-move-receive = 到货
stock-move-count = 清点
stock-move-correction = 更正
stock-move-return-in = 退回重新入库
stock-move-retire = 交还
stock-count-title = 清点货架
stock-count-hint = 填实有的数，包括已订的。空着的不算清点。
stock-count-every = 全部
stock-no-shelf = 未放架
stock-count-so-many = 已点 { $typed } / { $lots }
stock-count-all-fit = { $lots } 批都相符
