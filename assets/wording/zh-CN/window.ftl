# What the window's own menu, tray and start say, in Chinese. The other languages have the same keys.

## The menu

window-file = 文件
window-print = 打印…
window-lock = 锁定
window-quit = 退出
window-edit = 编辑
window-undo = 撤销输入
window-cut = 剪切
window-copy = 复制
window-paste = 粘贴
window-select-all = 全选
window-view = 显示
window-zoom-in = 放大
window-zoom-out = 缩小
window-zoom-reset = 实际大小
window-full-screen = 全屏
window-help = 帮助
window-keys = 快捷键
window-about = 关于 Tsong

## The tray

window-show = 显示 Tsong
window-sync = 现在同步

## A start that does not end in a window

window-open-already = Tsong 已经打开了这个文件夹：{ $path }。请在那个窗口里继续。
window-no-display = 没有可以打开窗口的屏幕。请从桌面启动 Tsong，或使用命令 tsong。
window-no-folder = 文件夹 { $path } 不能写入。什么也没有丢，请检查权限或磁盘。
window-fault = 窗口打不开。已保存的都是安全的。请看日志：{ $path }

## A start after a crash

window-crashed = Tsong 上次没有正常关闭。已保存的都是安全的。
