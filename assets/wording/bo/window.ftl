# What the window's own menu, tray and start say, in Tibetan. The other languages have the same keys.

## The menu

# source: desktop catalogues
# reviewed: no
window-file = ཡིག་ཆ།
# source: desktop catalogues
# reviewed: no
window-print = པར་འདེབས་…
# source: composed
# reviewed: no
window-lock = ལྕགས་རྒྱག
# source: desktop catalogues
# reviewed: no
window-quit = ཕྱིར་འབུད་པ།
# source: composed
# reviewed: no
window-edit = རྩོམ་སྒྲིག
# source: composed
# reviewed: no
window-undo = བྲིས་པ་ཕྱིར་འཐེན།
# source: composed
# reviewed: no
window-cut = གཏུབ་པ།
# source: desktop catalogues
# reviewed: no
window-copy = པར་སློག
# source: project notes, placeholder
# reviewed: no
window-paste = སྦྱར་བ།
# source: composed
# reviewed: no
window-select-all = ཚང་མ་འདེམས།
# source: composed
# reviewed: no
window-view = ལྟ་བ།
# source: composed
# reviewed: no
window-zoom-in = ཆེ་རུ་གཏོང་།
# source: composed
# reviewed: no
window-zoom-out = ཆུང་དུ་གཏོང་།
# source: desktop catalogues
# reviewed: no
window-zoom-reset = དངོས་ཡོད་ཆེ་ཆུང་།
# source: desktop catalogues
# reviewed: no
window-full-screen = ཡོལ་གང་།
# source: desktop catalogues
# reviewed: no
window-help = རོགས་རམ།
# source: desktop catalogues
# reviewed: no
window-keys = མྱུར་མཐེབ།
# source: composed
# reviewed: no
window-about = ཚོང་སྐོར།

## The tray

# source: composed
# reviewed: no
window-show = ཚོང་གི་སྒེའུ་ཁུང་སྟོན།
# source: composed
# reviewed: no
window-sync = ད་ལྟ་མཉམ་བགྲང་།

## A start that does not end in a window

# source: composed
# reviewed: no
window-open-already = ཡིག་སྣོད་འདི་སྒེའུ་ཁུང་གཞན་གྱིས་ཁ་ཕྱེས་འདུག { $path } སྒེའུ་ཁུང་དེའི་ནང་མུ་མཐུད་རོགས།
# source: composed
# reviewed: no
window-no-display = སྒེའུ་ཁུང་ཁ་འབྱེད་སའི་ཡོལ་བ་མི་འདུག གློག་ཀླད་ཀྱི་ངོས་ནས་ཚོང་འགོ་འཛུགས་རོགས། ཡང་ན་ tsong ཞེས་པའི་བཀའ་བཀོལ་རོགས།
# source: composed
# reviewed: no
window-no-folder = ཡིག་སྣོད་ { $path } ནང་འབྲི་མི་ཐུབ། གང་ཡང་བརླག་མེད། སྡེར་མ་དང་དབང་ཚད་ལ་ལྟ་རོགས།
# source: composed
# reviewed: no
window-fault = སྒེའུ་ཁུང་ཁ་འབྱེད་མི་ཐུབ། སྔོན་ཉར་བ་བདེ་འཇགས་ཡིན། ཐོ་འདིར་ལྟ་རོགས། { $path }

## A start after a crash

# source: composed
# reviewed: no
window-crashed = སྔོན་མར་ཚོང་ཞེས་པའི་བྱ་རིམ་ནོར་ནས་ཁ་རྒྱག་སོང་། སྔོན་ཉར་བ་བདེ་འཇགས་ཡིན།
