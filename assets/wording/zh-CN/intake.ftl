# The screen that takes in goods, in Chinese.

## The screen

intake-title = 收货
intake-sub = 一步一步来
intake-kept = 边填边存
intake-steps = 问题
intake-ask-villager = 谁的货？
intake-ask-product = 带来了什么？
intake-ask-grade = 哪个等级？
intake-ask-weight = 有多重？
intake-ask-pieces = 有多少件？
intake-ask-more = 何时采收、如何保存、放在哪里
intake-missing = 这一步还没有填。

## The questions

intake-villager = 村民
intake-product = 产品
intake-grade = 等级
intake-weight = 重量
intake-pieces = 件数
intake-more = 采收与存放

## Whose goods

intake-find-villager = 姓名或拼音首字母
intake-new-villager = 新村民
intake-no-villagers = 还没有村民
intake-no-villagers-hint = 先添加第一位送货的村民。
intake-nobody-hint = 少打几个字，或按 Alt+N 添加新村民。
intake-name = 姓名
intake-name-bo = 藏文姓名
intake-phone = 电话

## What was brought

intake-find-product = 名称、代码或首字母
intake-brought = 以前送过 { $times } 次
intake-not-graded = 不分等级

## When, how and where

intake-when = 何时采收或制作
intake-now = 刚刚
intake-yesterday = 昨天 { $day }
intake-own-time = 其他时间
intake-day = 日期
intake-day-hint = 例如 17、8-17 或 2026-08-17
intake-time = 时间
intake-unclear-day = 看不懂这个日期。请写成 17、8-17 或 2026-08-17。
intake-unclear-time = 看不懂这个时间。请写成 6:30。
intake-in-the-future = 这个时间还没有到。请填采收的时间。
intake-too-early = 这个时间太早了。请再看年份。
intake-keeping = 保存方式
intake-ambient = 常温
intake-chilled = 冷藏
intake-frozen = 冷冻
intake-spoils = 这样放不住。请选更冷的方式。
intake-place = 产地
intake-shelf = 货架或筐
intake-permit = 采集证
intake-permit-missing = 这种货需要采集证。没有也可以先收下，看到证后再填。

## Saving

intake-sum = 要收的货
intake-save = 收下
intake-clear = 清空
intake-cleared = 已清空
intake-saved = 批次 { $number } · { $quantity }
intake-undone = 批次 { $number } 已撤回
intake-undo-reason = 误收
intake-print = 打印收据
intake-aside = 先放着
