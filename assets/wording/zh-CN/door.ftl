# First start, signing in, and a station that does not open, in Chinese.

## Signing in

signin-title = 登录
signin-who = 谁在用电脑
signin-pin = 密码
signin-enter = 进入
signin-forgot = 忘记密码
signin-nobody = 这台电脑上还没有人设密码。请用恢复密钥设置。

## The day is doubted

clock-doubted = 今天是{ $date }吗？
clock-hint = 这台电脑的时钟似乎不对。可以照常销售，日期会先做标记，等你确认。
clock-hint-keeper = 这台电脑的时钟似乎不对。可以照常工作，站长登录后可以改正。
clock-set = 改正日期
clock-ask = 今天是哪天？
clock-why = 请看一下手机。记录的先后不受影响，但单据和剩余时间会用到它。
clock-day = 日期
clock-time = 时间
clock-confirm = 没错
clock-unreadable = 日期写成 2026-08-18，时间写成 09:42。

## A forgotten PIN

forgot-title = 给{ $name }设新密码
forgot-ask-keeper = 站长可以在设置里改密码。站长也登不上时，用第一次启动时打印的恢复密钥。
forgot-key = 恢复密钥
forgot-pin = 新密码
forgot-set = 设置密码
forgot-done = { $name }的密码已更新

## The first start

first-title = 欢迎使用 Tsong
first-sub = 回答几个问题就可以开始。
first-progress = 第 { $at } 步，共 { $of } 步
first-language = 用哪种语言？
first-language-hint = 随时可以在任何页面更换。
first-restore = 从备份恢复服务站
first-station = 服务站叫什么名字？
first-station-hint = 名字会印在单据上，县中心也看得到。
first-station-name = 服务站名称
first-station-place = 乡镇或村
first-keeper = 谁是站长？
first-keeper-hint = 站长可以添加其他人、修改设置。密码至少四位，别让人猜到。
first-keeper-name = 姓名
first-pin = 密码
first-pin-again = 再输一次密码
first-pin-differs = 两次密码不一样。
first-make = 建立服务站
first-making = 正在建立
first-stick = 用县里的U盘开始
first-stick-ask = U盘在哪里，接入码是什么？
first-stick-hint = 换新电脑时，县里把服务站的记录写在U盘里，并告诉一个只能用一次的接入码。
first-stick-reading = 正在读U盘
first-stick-found = U盘完好，是{ $station }的。这里由谁管理？密码至少四位数字，不要让人猜到。
first-filling = 正在收下记录
first-carry = 服务站的记录已经在这里
first-carry-hint = 收下 { $facts } 条记录。县里知道以后这台电脑才算接入：有网络时自动完成，也可以用U盘。
first-carry-write = 写入U盘
first-carry-written = 已写入 { $size }。把U盘带到县里，带回来后在这里收下。

## The recovery key

key-title = 现在抄下这个密钥
key-hint = 电脑丢失时，只有它能打开记录。请打印或抄写在纸上，另放一处。别的都代替不了它。
key-of = { $station } 的恢复密钥
key-check = 输入最后一组
key-differs = 这不是最后一组，请看一下抄的对不对。

## Enrolling

enrol-title = 能连上县中心吗？
enrol-hint = 县中心会给一个地址和一次性代码。没有它也能工作几个星期，以后在设置里再做。
enrol-hub = 县中心地址
enrol-code = 一次性代码
enrol-code-hint = 由县中心提供，只能用一次。
enrol-go = 登记
enrol-going = 正在登记
enrol-later = 以后再说
enrol-done = 本机已登记

## Bringing a station back

restore-title = 恢复服务站
restore-hint = 选择备份，输入纸上的恢复密钥。
restore-which = 备份
restore-other = 其他文件
restore-path = 文件
restore-path-hint = 完整路径，例如 U 盘上的 /media/usb/tsong-2026-08-18.db
restore-go = 恢复
restore-going = 正在恢复
restore-done = 服务站已恢复
restore-done-hint = 登录后请重新在县中心登记、同步，每批货先盘点再卖：上次同步以后丢失的磁盘答应过什么，这里不知道。
restore-moved = 原来的文件移到了 { $path }，没有删除任何东西。

## A station that does not open

trouble-title = 记录打不开
trouble-safe = 没有改动或删除任何东西。记录在 { $folder }。
trouble-unlock = 用这个密钥打开
