# What the window's own menu, tray and start say, in English. The other languages have the same keys.

## The menu

window-file = File
window-print = Print…
window-lock = Lock
window-quit = Quit
window-edit = Edit
window-undo = Undo typing
window-cut = Cut
window-copy = Copy
window-paste = Paste
window-select-all = Select all
window-view = View
window-zoom-in = Larger
window-zoom-out = Smaller
window-zoom-reset = Actual size
window-full-screen = Full screen
window-help = Help
window-keys = Keys
window-about = About Tsong

## The tray

window-show = Show Tsong
window-sync = Sync now

## A start that does not end in a window

window-open-already = Tsong is open on this folder already: { $path }. Go on in that window.
window-no-display = There is no screen to open a window on. Start Tsong from the desktop, or work with the command tsong.
window-no-folder = The folder { $path } cannot be written. Nothing was lost; look at its rights or at the disk.
window-fault = The window cannot be opened. What was saved is safe. See the log: { $path }

## A start after a crash

window-crashed = Tsong was not closed properly last time. What was saved is safe.
