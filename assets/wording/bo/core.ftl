# What Tsong says, in Tibetan. The other languages have the same keys.
# Each message says where it comes from and whether a Tibetan reader signed it off.

## Signing in

# source: composed
# reviewed: no
error-sign-in-needed = སྔོན་ལ་ནང་འཛུལ་བྱེད་རོགས། རང་གི་མིང་འདེམས་ནས་གསང་ཨང་འབྲི་དགོས།
# source: composed
# reviewed: no
error-wrong-pin = གསང་ཨང་ནོར་འདུག ད་དུང་ཐེངས་ { $tries_left } ཚོད་ལྟ་བྱས་ཆོག བརྗེད་ན་དོ་དམ་པར་འདྲི་རོགས།
# source: composed
# reviewed: no
error-locked-out = ཐེངས་མང་པོ་ནོར་སོང་། སྐར་ཆ་ { $wait_seconds } སྒུག་རྗེས་ཡང་བསྐྱར་ཚོད་ལྟ་བྱེད་རོགས། ཡང་ན་དོ་དམ་པར་གསང་ཨང་གསར་པ་བཟོ་རུ་འཇུག་དགོས།
# source: composed
# reviewed: no
error-not-allowed = ཁྱེད་ལ་འདི་བྱེད་པའི་དབང་ཚད་མི་འདུག ({ $right }) དོ་དམ་པར་བྱེད་རུ་འཇུག་རོགས།
# source: composed
# reviewed: no
error-pin-too-short = གསང་ཨང་ཐུང་དྲགས་འདུག ཉུང་མཐར་ཡང་ཨང་ཀི་བཞི་དགོས།
# source: composed
# reviewed: no
error-pin-too-simple = གསང་ཨང་འདི་ཚོད་དཔག་བྱེད་སླ་དྲགས་འདུག ཨང་ཀི་གཅིག་མཚུངས་དང་གོ་རིམ་ལྟར་གྱི་ཨང་ཀི་མ་འདེམས།
# source: composed
# reviewed: no
error-name-taken = མིང་འདི་བེད་སྤྱོད་བྱས་ཟིན་འདུག དབྱེ་བ་འབྱེད་ཆེད་ཡིག་འབྲུ་ཁ་ཤས་སྣོན་རོགས།
# source: composed
# reviewed: no
error-last-keeper = དོ་དམ་པ་འདི་གཅིག་པུ་རེད། སྔོན་ལ་མི་གཞན་ཞིག་དོ་དམ་པར་བསྐོ་རོགས།

## What was asked

# source: composed
# reviewed: no
error-not-found = { $what } { $id } མ་རྙེད། ཡི་གེ་ནོར་ཡོད་མེད་ལྟ་རོགས། ཡང་ན་སྔོན་ལ་མཉམ་བགྲང་བྱེད་རོགས།
# source: composed
# reviewed: no
error-bad-input = { $field }: { $reason }
# source: composed
# reviewed: no
error-bad-json = བཏང་བའི་ནང་དོན་ JSON མིན་པས་གང་ཡང་བྱས་མེད། བཅོས་རྗེས་ཡང་བསྐྱར་གཏོང་རོགས།
# source: composed
# reviewed: no
error-unknown-command = བཀོད་རྒྱ་ { $name } མི་འདུག བཀོད་རྒྱའི་ཐོ་ལ་ལྟ་རོགས།
# source: composed
# reviewed: no
error-bad-arguments = བཀོད་རྒྱའི་ནང་ཆད་པའམ་ནོར་བ་འདུག གང་ཡང་བྱས་མེད། རོགས་རམ་ལ་ལྟ་རོགས།
# source: composed
# reviewed: no
error-stale = { $what } འདི་བར་སྐབས་སུ་བཅོས་འདུག གང་ཡང་བརླག་མེད། གསར་པར་བལྟས་རྗེས་ཡང་བསྐྱར་ཐག་གཅོད་རོགས།
# source: composed
# reviewed: no
error-already-done = འདི་སྔོན་ནས་བྱས་ཟིན་འདུག ཐེངས་གཉིས་བྱས་མེད།

## What was typed

# source: composed
# reviewed: no
error-empty = འདི་སྟོང་པ་འདུག འབྲི་རོགས།
# source: composed
# reviewed: no
error-not-a-number = འདི་གྲངས་ཀ་མ་རེད། དཔེར་ན་ 2.5 ལྟར་འབྲི་རོགས།
# source: composed
# reviewed: no
error-negative = ཀླད་ཀོར་ལས་ཉུང་མི་ཆོག འཐེན་རྟགས་དོར་རོགས།
# source: composed
# reviewed: no
error-zero = ཀླད་ཀོར་ལས་མང་བ་དགོས།
# source: composed
# reviewed: no
error-too-large = གྲངས་འདི་ཆེ་དྲགས་འདུག ཡང་བསྐྱར་ལྟ་རོགས།
# source: composed
# reviewed: no
error-too-precise = གྲངས་འདི་ཞིབ་དྲགས་འདུག ཁེ་དང་སྐར་མ། གྲངས་ཀ་ཆ་ཚང་བ་འབྲི་རོགས།
# source: composed
# reviewed: no
error-too-long = ཡི་གེ་རིང་དྲགས་འདུག ཐུང་དུ་གཏོང་རོགས།
# source: composed
# reviewed: no
error-unknown-unit = ཚད་གཞི་འདི་ཤེས་མ་བྱུང་། ལྗིད་ཚད་ལ་སྤྱི་རྒྱ་དང་ཁེ། རྒྱ་མ། སྲང་། དངུལ་ལ་སྒོར་འབྲི་རོགས།
# source: composed
# reviewed: no
error-bad-amount = དངུལ་གྲངས་འདི་ནོར་འདུག ཀླད་ཀོར་ལས་ཉུང་མི་ཆོག
# source: composed
# reviewed: no
error-bad-weight = ལྗིད་ཚད་འདི་ནོར་འདུག ཀླད་ཀོར་ལས་མང་བ་དང་ཁེ་ཡི་ཚད་དུ་འབྲི་རོགས།
# source: composed
# reviewed: no
error-bad-id = ཐོའི་ཨང་རྟགས་འདི་ནོར་འདུག ཐོག་མའི་ས་ནས་ཇི་བཞིན་བཤུ་རོགས།
# source: composed
# reviewed: no
error-place-unknown = ས་གནས་འདི་མ་རྙེད། བྲིས་པ་ཉར་ཡོད། ཐོའི་ནང་ནས་ཤང་དང་གྲོང་ཚོ་འདེམས་རོགས།
# source: composed
# reviewed: no
error-not-in-list = འདི་ཐོའི་ནང་མི་འདུག ཐོའི་ནང་ནས་གཅིག་འདེམས་རོགས།
# source: composed
# reviewed: no
error-not-picked = ཟོག་ཚན་འདི་མངག་ཉོའི་ཆེད་བླངས་མེད། ཡང་ན་ཐེངས་གཉིས་འདུག མངག་ཉོའི་ནང་གི་ཟོག་ཚན་ལེན་རོགས།
# source: composed
# reviewed: no
error-does-not-add-up = ཕྱིར་ཐོན་པ་དང་ཆག་པ་བསྡོམས་ན་ནང་བཅུག་པ་དང་མི་མཐུན། ཡང་བསྐྱར་འཇལ་རོགས།
# source: composed
# reviewed: no
error-perishes = ཟོག་འདི་ལམ་དུ་རུལ་འགྲོ། ཟོག་ཕྱིར་མི་དགོས་པར་དངུལ་སློག་རོགས། ཐུམ་སྒྲིལ་གྱི་འདྲ་པར་དཔང་རྟགས་ཡིན།
# source: composed
# reviewed: no
error-nothing-due = སྤྲད་རྒྱུ་མེད། ལྷག་པར་འབྱོར་ན་གྲངས་འབྲི་རོགས།
# source: composed
# reviewed: no
error-villager-left = གྲོང་མི་འདི་ཕྱིན་ཟིན། མི་གཞན་གྱི་མིང་ཐོག་ལེན་ནམ་ཐོག་མར་ཕྱིར་བསུ་རོགས།
# source: composed
# reviewed: no
error-more-than-paid = འདི་སྤྲད་པ་ལས་མང་། ཉུང་དུ་གཏོང་རོགས།
# source: composed
# reviewed: no
error-not-alike = ཟོག་འདི་དག་གཅིག་མཚུངས་མིན། གྲོང་མི། ཐོན་རྫས། རིམ་པ། ཐོན་ས། ཆོག་མཆན། ཉར་སྟངས་གཅིག་དགོས། སོ་སོར་འཇོག་རོགས།
# source: composed
# reviewed: no
error-made-of-lots = ཟོག་འདི་གཞན་ལས་བཟོས་པ་རེད། རྩིས་སམ་ཆད་པ་འགོད་རོགས།
# source: composed
# reviewed: no
error-twice = འདི་ཐེངས་གཉིས་འདུག གཅིག་འདོར་རོགས།
# source: composed
# reviewed: no
error-in-use = འདི་བེད་སྤྱོད་བྱེད་བཞིན་ཡོད་པས་བཅོས་མི་ཐུབ། གསར་པ་ཞིག་བཟོ་རོགས།
# source: composed
# reviewed: no
error-too-early = དུས་ཚོད་འདི་སྔ་དྲགས་འདུག ཚེས་གྲངས་ལ་ཡང་བསྐྱར་ལྟ་རོགས།
# source: composed
# reviewed: no
error-in-the-future = དུས་ཚོད་འདི་ད་དུང་སླེབས་མེད། ཚེས་གྲངས་ལ་ཡང་བསྐྱར་ལྟ་རོགས།
# source: composed
# reviewed: no
error-clock-doubted = གློག་ཀླད་ཀྱི་ཆུ་ཚོད་ད་དུང་འགྲིག་མེད། སྔོན་ལ་བཅོས་རོགས།
# source: composed
# reviewed: no
error-bad-date = ཚེས་གྲངས་ 2026-08-18 ལྟར་འབྲི་རོགས།
# source: composed
# reviewed: no
error-date-is-sure = མངག་ཉོ་འདིའི་ཚེས་གྲངས་གཏན་འཁེལ་ཟིན།
# source: composed
# reviewed: no
error-spoils = འདི་ལྟར་ཉར་ན་རུལ་འགྲོ། དེ་ལས་གྲང་བའི་ས་ཞིག་འདེམས་རོགས།
# source: composed
# reviewed: no
error-bad-address = འདི་ལྟེ་གནས་ཀྱི་ཁ་བྱང་མ་རེད། ཁ་བྱང་ https:// ནས་འགོ་འཛུགས་པ་ཡིན། རྫོང་གི་ལྟེ་གནས་ཀྱིས་སྤྲད་པ་ཇི་བཞིན་འབྲི་རོགས།
# source: composed
# reviewed: no
error-not-a-photo = ཡིག་ཆ་འདི་འདྲ་པར་མ་རེད། JPEG དང་ PNG ཡང་ན་ WebP འདེམས་རོགས།
# source: composed
# reviewed: no
error-photo-too-large = འདྲ་པར་འདི་ཆེ་དྲགས་འདུག བྲིས་པ་ཉར་ཡོད། ཆུང་བ་ཞིག་འདེམས་རོགས།

## Stock and orders

# source: composed
# reviewed: no
error-not-enough-stock = { $product } མི་འདང་། { $asked } དགོས་ཀྱང་ { $available } ལས་མི་འདུག མངག་ཐོ་ཉར་ཡོད། གྲངས་ཉུང་དུ་གཏོང་རོགས།
# source: composed
# reviewed: no
error-below-floor = { $villager } ཡིས་{ $product } ¥{ $floor } ལས་དམའ་བར་མི་འཚོང་། མངག་ཐོ་ཉར་ཡོད། རིན་གོང་མཐོ་རུ་གཏོང་བའམ། གྲོང་པའི་མོས་མཐུན་ཐོབ་རྗེས་མཐའ་གོང་བསྒྱུར་རོགས།
# source: composed
# reviewed: no
error-wrong-state = ད་ལྟ་འདི་བྱེད་མི་ཐུབ། གནས་སྟངས་ནི་ { $state } ཡིན། གང་ཡང་བཅོས་མེད།
# source: composed
# reviewed: no
error-undo-expired = ཕྱིར་འཐེན་བྱེད་པའི་དུས་ཡོལ་སོང་། དེའི་ཚབ་ཏུ་བཅོས་རོགས།
# source: composed
# reviewed: no
error-missing-marks = ཐོ་འདིའི་ཆ་ཤས་ཤིག་ད་དུང་འབྱོར་མེད། གང་ཡང་བརླག་མེད། མཉམ་བགྲང་བྱས་རྗེས་ཡང་བསྐྱར་ཚོད་ལྟ་བྱེད་རོགས།
# source: composed
# reviewed: no
error-not-the-keeper = དངོས་ཟོག་གློག་ཀླད་གཞན་གྱི་ས་ན་འདུག དེ་ནས་བྱེད་རོགས།
# source: composed
# reviewed: no
error-needs-recount = གྲབས་ཉར་ནས་སླར་གསོ་བྱས་པས་འཚོང་སྔོན་དངོས་ཟོག་འདི་ཡང་བསྐྱར་གྲངས་རྒྱག་རོགས།
# source: composed
# reviewed: no
error-needs-takeover = སླར་གསོ་བྱས་འདུག སྔོན་ལ་ཐེངས་གཅིག་མཉམ་བགྲང་བྱེད་རོགས། མངག་ཐོ་ཚང་མ་བདེ་འཇགས་ཡིན།
# source: composed
# reviewed: no
error-no-lines = མངག་ཐོའི་ནང་དངོས་ཟོག་མི་འདུག ཉུང་མཐར་ཡང་གཅིག་སྣོན་རོགས།
# source: composed
# reviewed: no
error-unknown-status = མངག་ཐོའི་གནས་སྟངས་འདི་ཤེས་མ་བྱུང་། created, paid, packed, shipped, delivered, refunded བེད་སྤྱོད་བྱེད་རོགས།
# source: composed
# reviewed: no
error-broken-json = ཐིག་ཕྲེང་ { $line } ཆ་ཚང་མི་འདུག གཞན་ཚང་མ་ནང་འདྲེན་བྱས་ཟིན། འདི་བཅོས་རྗེས་ཡང་བསྐྱར་ནང་འདྲེན་བྱེད་རོགས།
# source: composed
# reviewed: no
error-import-partly = ཐིག་ཕྲེང་ཁ་ཤས་ནང་འདྲེན་བྱེད་མ་ཐུབ། གཞན་ཚང་མ་ནང་འདྲེན་བྱས་ཟིན། བཅོས་རྗེས་ཡང་བསྐྱར་ནང་འདྲེན་བྱེད་རོགས།

## The records on this computer

# source: composed
# reviewed: no
error-database-newer = ཐོ་འདི་མཉེན་ཆས་གསར་པས་བྲིས་འདུག ({ $found } / { $known }) གང་ཡང་བཅོས་མེད། མཉེན་ཆས་གསར་པ་སྒྲིག་འཇུག་བྱེད་རོགས།
# source: composed
# reviewed: no
error-database-damaged = ཐོའི་ཡིག་ཆ་སྐྱོན་ཤོར་འདུག གྲབས་ཉར་ནས་སླར་གསོ་བྱེད་རོགས། མཉམ་བགྲང་བྱས་པ་ལྟེ་གནས་ན་བདེ་འཇགས་ཡིན།
# source: composed
# reviewed: no
error-wrong-key = ལྡེ་མིག་འདིས་ཐོ་ཁ་ཕྱེ་མི་ཐུབ། ཐོ་ལ་སྐྱོན་མེད། དཔར་བའི་སླར་གསོའི་ལྡེ་མིག་བེད་སྤྱོད་བྱེད་རོགས།
# source: composed
# reviewed: no
error-no-database = { $path } ནང་ས་ཚིགས་མི་འདུག སྔོན་ལ་གསར་འཛུགས་བྱེད་རོགས།
# source: composed
# reviewed: no
error-database-exists = { $path } ནང་ས་ཚིགས་ཡོད་པས་གང་ཡང་བཅོས་མེད། སྣོད་གཞན་ཞིག་འདེམས་རོགས།
# source: composed
# reviewed: no
error-directory-not-empty = སྣོད་འདི་སྟོང་པ་མ་རེད། སྣོད་སྟོང་པ་ཞིག་འདེམས་རོགས།
# source: composed
# reviewed: no
error-not-a-bundle = ཡིག་ཆ་འདི་ཐུམ་སྒྲིལ་མ་རེད། འདི་ལ་གང་ཡང་བཅོས་མེད། གཞན་ཞིག་འདེམས་རོགས།
# source: composed
# reviewed: no
error-bundle-newer = ཐུམ་སྒྲིལ་འདི་གསར་བའི་བྱ་རིམ་གྱིས་བྲིས་པ་རེད། { $found } བསྡུ་ལེན་བྱས་མེད། བྱ་རིམ་གསར་བ་འཇུག་རོགས།
# source: composed
# reviewed: no
error-bundle-not-ours = ཐུམ་སྒྲིལ་འདི་གློག་ཀླད་གཞན་ནམ་ལྟེ་གནས་གཞན་གྱི་རེད། བསྡུ་ལེན་བྱས་མེད། བདག་པོ་ལ་འཇོག་རོགས།
# source: composed
# reviewed: no
error-bundle-cut = ཐུམ་སྒྲིལ་འདི་ཆ་ཚང་མི་འདུག སླེབས་པ་ཚང་མ་འདིར་ཉར་ཡོད། ཡང་བསྐྱར་འདྲ་བཤུས་བྱེད་རོགས།
# source: composed
# reviewed: no
error-bundle-damaged = ཐུམ་སྒྲིལ་འདི་སྐྱོན་ཤོར་འདུག བསྡུ་ལེན་བྱས་མེད། གང་ཡང་བརླག་མེད། ཡང་བསྐྱར་འབྲི་རོགས།
# source: composed
# reviewed: no
error-no-bundle = འདིར་གློག་ཀླད་འདིའི་ཐུམ་སྒྲིལ་མི་འདུག ཡང་བསྐྱར་ལྟ་རོགས།
# source: composed
# reviewed: no
error-bundle-no-room = དེར་ཐུམ་སྒྲིལ་གྱི་བར་སྟོང་མི་འདུག གང་ཡང་བྲིས་མེད། ཚང་མ་འདིར་ཉར་ཡོད། བར་སྟོང་བཟོ་རོགས།
# source: composed
# reviewed: no
error-disk-full = སྡུད་སྡེར་ཁེངས་སོང་བས་འདི་ཉར་མ་ཐུབ། སྔོན་ཉར་བ་ཚང་མ་བདེ་འཇགས་ཡིན། བར་སྟོང་བཟོས་རྗེས་ཡང་བསྐྱར་ཉར་རོགས།
# source: composed
# reviewed: no
error-database-busy = སྒེའུ་ཁུང་གཞན་གྱིས་འབྲི་བཞིན་འདུག གང་ཡང་བརླག་མེད། ཏོག་ཙམ་སྒུག་རྗེས་ཡང་བསྐྱར་ཚོད་ལྟ་བྱེད་རོགས།
# source: composed
# reviewed: no
error-storage = སྡུད་སྡེར་ལ་སྐྱོན་བྱུང་འདུག ({ $detail }) སྔོན་ཉར་བ་བདེ་འཇགས་ཡིན། གྲབས་ཉར་བྱེད་རོགས།
# source: composed
# reviewed: no
error-recovery-key-wrong = སླར་གསོའི་ལྡེ་མིག་ནོར་འདུག ཡི་གེ་ཡང་བསྐྱར་ཞིབ་ལྟ་བྱེད་རོགས། གང་ཡང་བཅོས་མེད།
# source: composed
# reviewed: no
error-key-missing = ལྡེ་མིག་གློག་ཀླད་འདིའི་ནང་མི་འདུག དཔར་བའི་སླར་གསོའི་ལྡེ་མིག་བེད་སྤྱོད་བྱེད་རོགས།
# source: composed
# reviewed: no
error-keyring-unavailable = གློག་ཀླད་འདི་ལ་ལྡེ་མིག་ཉར་སའི་མཛོད་མི་འདུག --keyring off སྦྱར་ནས་འགོ་འཛུགས་རོགས།
# source: composed
# reviewed: no
error-backup-damaged = གྲབས་ཉར་འདི་སྐྱོན་ཤོར་འདུག གང་ཡང་བཅོས་མེད། གྲབས་ཉར་རྙིང་པ་ཞིག་འདེམས་རོགས།
# source: composed
# reviewed: no
error-verify-failed = ཐོ་མཐུན་གྱི་མི་འདུག { $detail } གྲབས་ཉར་བྱས་རྗེས་རྫོང་གི་ལྟེ་གནས་ལ་འབྲེལ་བ་བྱེད་རོགས།
# source: composed
# reviewed: no
error-io = ཡིག་ཆ་ཀློག་པའམ་འབྲི་མ་ཐུབ། { $detail } སྔོན་ཉར་བ་བདེ་འཇགས་ཡིན།
# source: composed
# reviewed: no
error-internal = མཉེན་ཆས་ནོར་སོང་། { $detail } སྔོན་ཉར་བ་བདེ་འཇགས་ཡིན། བསྐྱར་དུ་ཁ་ཕྱེ་རོགས།
# source: composed
# reviewed: no
error-clock-wrong = གློག་ཀླད་ཀྱི་ཆུ་ཚོད་ནོར་འདུག ལས་ཀ་མུ་མཐུད་བྱས་ཆོག དེ་རིང་གི་ཚེས་གྲངས་སྒྲིག་རོགས།

## The hub and the link

# source: composed
# reviewed: no
error-already-enrolled = གློག་ཀླད་འདི་ལྟེ་གནས་དང་འབྲེལ་ཟིན་འདུག གང་ཡང་བཅོས་མེད།
# source: composed
# reviewed: no
error-not-enrolled = གློག་ཀླད་འདི་ད་དུང་ལྟེ་གནས་དང་འབྲེལ་མེད། ཚང་མ་འདིར་ཉར་ཡོད། རྫོང་གི་ལྟེ་གནས་ལ་ཨང་རྟགས་འདྲི་རོགས།
# source: composed
# reviewed: no
error-no-link = ད་ལྟ་དྲ་བ་མི་འདུག ཚང་མ་འདིར་ཉར་ཡོད། དྲ་བ་ཡོད་དུས་མཉམ་བགྲང་བྱེད་རོགས།
# source: composed
# reviewed: no
error-link-stalled = དྲ་བ་བར་སྐབས་སུ་ཆད་སོང་། འབྱོར་བ་ཚང་མ་རྩིས་སུ་འགྲོ། ཡང་བསྐྱར་མཉམ་བགྲང་བྱེད་རོགས།
# source: composed
# reviewed: no
error-stopped = མཉམ་བགྲང་མཚམས་བཞག་ཟིན། འབྱོར་བ་ཚང་མ་རྩིས་སུ་འགྲོ། ཡང་བསྐྱར་མཉམ་བགྲང་བྱེད་རོགས།
# source: composed
# reviewed: no
error-captive-portal = དྲ་བ་འདིར་སྔོན་ལ་ནང་འཛུལ་དགོས། དྲ་ངོས་ནས་ནང་འཛུལ་བྱས་རྗེས་མཉམ་བགྲང་བྱེད་རོགས། ཚང་མ་འདིར་ཉར་ཡོད།
# source: composed
# reviewed: no
error-not-a-hub = ཁ་བྱང་འདི་ལྟེ་གནས་མ་རེད། གང་ཡང་བཏང་མེད། ཁ་བྱང་ཡང་བསྐྱར་ལྟ་རོགས།
# source: composed
# reviewed: no
error-bad-certificate = ལྟེ་གནས་ངོ་མ་ཡིན་པ་ར་སྤྲོད་བྱེད་མ་ཐུབ། གང་ཡང་བཏང་མེད། རྫོང་གི་ལྟེ་གནས་ལ་འབྲེལ་བ་བྱེད་རོགས།
# source: composed
# reviewed: no
error-hub-refused = ལྟེ་གནས་ཀྱིས་ཁས་མ་བླངས། { $reason } ཚང་མ་འདིར་ཉར་ཡོད། རྫོང་གི་ལྟེ་གནས་ལ་འབྲེལ་བ་བྱེད་རོགས།
# source: composed
# reviewed: no
error-bad-code = ཨང་རྟགས་འདི་ནོར་འདུག སྤྲད་པ་ལྟར་ཡང་བསྐྱར་འབྲི་རོགས།
# source: composed
# reviewed: no
error-code-used = ཨང་རྟགས་འདི་བེད་སྤྱོད་བྱས་ཟིན་འདུག རྫོང་གི་ལྟེ་གནས་ལ་ཨང་རྟགས་གསར་པ་འདྲི་རོགས།
# source: composed
# reviewed: no
error-revoked = རྫོང་གི་ལྟེ་གནས་ཀྱིས་གློག་ཀླད་འདི་མཚམས་བཞག་འདུག ཚང་མ་འདིར་ཉར་ཡོད། ལྟེ་གནས་ལ་འབྲེལ་བ་བྱེད་རོགས།
# source: composed
# reviewed: no
error-fork = ལྟེ་གནས་ལ་གློག་ཀླད་འདིའི་ལོ་རྒྱུས་གཞན་ཞིག་འདུག གང་ཡང་བརླག་མེད། སླར་གསོ་བྱེད་རོགས།
# source: composed
# reviewed: no
error-bad-signature = མིང་རྟགས་མཐུན་གྱི་མི་འདུག བསྡུ་ལེན་བྱས་མེད། རྫོང་གི་ལྟེ་གནས་ལ་འབྲེལ་བ་བྱེད་རོགས།
# source: composed
# reviewed: no
error-payload-too-large = ཐེངས་གཅིག་ལ་བཏང་བ་མང་དྲགས་འདུག གང་ཡང་བརླག་མེད། ཡང་བསྐྱར་མཉམ་བགྲང་བྱེད་རོགས།

## Roles and rights

# source: composed
# reviewed: no
role-keeper = དོ་དམ་པ།
# source: composed
# reviewed: no
role-operator = བཀོལ་སྤྱོད་པ།
# source: composed
# reviewed: no
role-helper = རོགས་རམ་པ།
# source: composed
# reviewed: no
role-host = ཐད་གཏོང་གཙོ་སྐྱོང་བ།
# source: composed
# reviewed: no
right-open = ཚང་མར་ཆོག་པ།
# source: composed
# reviewed: no
right-see = ཐོ་ལ་ལྟ་བ།
# source: composed
# reviewed: no
right-stock = དངོས་ཟོག་བསྡུ་ལེན།
# source: project notes, placeholder
# reviewed: no
right-pack = ཐུམ་སྒྲིལ།
# source: project notes, placeholder
# reviewed: no
right-sell = འཚོང་བ།
# source: composed
# reviewed: no
right-keep = ས་ཚིགས་དོ་དམ།

## Aspects and states of an order

# source: LibreOffice, Tibetan catalogue (MPL-2.0)
# reviewed: no
aspect-fulfilment = མངག་ཉོ།
# source: composed
# reviewed: no
aspect-payment = དངུལ་སྤྲོད།
# source: composed
# reviewed: no
aspect-after-sale = འཚོང་རྗེས་ཞབས་ཞུ།
# source: composed
# reviewed: no
state-draft = ཟིན་བྲིས།
# source: composed
# reviewed: no
state-asked = རེ་ཞུ་བྱས་ཟིན།
# source: composed
# reviewed: no
state-placed = མངག་ཟིན།
# source: composed
# reviewed: no
state-confirmed = གཏན་འཁེལ་ཟིན།
# source: composed
# reviewed: no
state-packing = ཐུམ་སྒྲིལ་བཞིན་པ།
# source: composed
# reviewed: no
state-handed-over = རྩིས་སྤྲད་ཟིན།
# source: composed
# reviewed: no
state-completed = རྫོགས་ཟིན།
# source: composed
# reviewed: no
state-cancel-asked = ཕྱིར་འཐེན་རེ་ཞུ།
# source: composed
# reviewed: no
state-cancelled = ཕྱིར་འཐེན་ཟིན།
# source: composed
# reviewed: no
state-needs-decision = ཐག་གཅོད་དགོས།
# source: composed
# reviewed: no
payment-expected = དངུལ་སྤྲོད་རྒྱུ།
# source: composed
# reviewed: no
payment-reported = སྤྲད་ཟིན་ཟེར་བ།
# source: composed
# reviewed: no
payment-cleared = དངུལ་འབྱོར་ཟིན།
# source: composed
# reviewed: no
payment-part-refunded = ཆ་ཤས་ཕྱིར་སློག་ཟིན།
# source: composed
# reviewed: no
payment-moved-over = སྒྲོམ་གཞན་ལ་སྤོས་ཟིན།
# source: composed
# reviewed: no
payment-refunded = དངུལ་ཕྱིར་སློག་ཟིན།
# source: composed
# reviewed: no
payment-void = རྩིས་མེད།
# source: composed
# reviewed: no
after-sale-requested = རེ་ཞུ་བྱས་ཟིན།
# source: composed
# reviewed: no
after-sale-agreed = མོས་མཐུན་བྱུང་།
# source: composed
# reviewed: no
after-sale-await-goods = ཕྱིར་སློག་དངོས་ཟོག་སྒུག་བཞིན།
# source: composed
# reviewed: no
after-sale-inspected = ཞིབ་བཤེར་བྱས་ཟིན།
# source: composed
# reviewed: no
after-sale-refunded = དངུལ་ཕྱིར་སློག་ཟིན།
# source: composed
# reviewed: no
after-sale-refused = ཁས་མ་བླངས།
# source: composed
# reviewed: no
after-sale-withdrawn = རེ་ཞུ་ཕྱིར་འཐེན།
# source: composed
# reviewed: no
listing-draft = ཟིན་བྲིས།
# source: composed
# reviewed: no
listing-on-sale = འཚོང་བཞིན་པ།
# source: composed
# reviewed: no
listing-paused = མཚམས་བཞག

## Things and fields, as they stand in a sentence

# source: composed
# reviewed: no
thing-order = མངག་ཐོ།
# source: composed
# reviewed: no
thing-line = མངག་ཐོའི་ཐིག་ཕྲེང་།
# source: composed
# reviewed: no
thing-lot = དངོས་ཟོག་ཐེངས་འདི།
# source: composed
# reviewed: no
thing-listing = འཚོང་ཐོ།
# source: composed
# reviewed: no
thing-product = ཐོན་རྫས།
# source: composed
# reviewed: no
thing-grade = རིམ་པ།
# source: project notes, placeholder
# reviewed: no
thing-villager = གྲོང་མི།
# source: LibreOffice, Tibetan catalogue (MPL-2.0)
# reviewed: no
thing-buyer = མཁོ་མཁན།
# source: composed
# reviewed: no
thing-operator = བཀོལ་སྤྱོད་པ།
# source: composed
# reviewed: no
thing-station = ས་ཚིགས།
# source: composed
# reviewed: no
thing-device = གློག་ཀླད།
# source: composed
# reviewed: no
thing-place = ས་གནས།
# source: LibreOffice, Tibetan catalogue (MPL-2.0)
# reviewed: no
thing-photo = འདྲ་པར།
# source: composed
# reviewed: no
thing-payment = དངུལ་སྤྲོད།
# source: composed
# reviewed: no
thing-draft = ཟིན་བྲིས།
# source: composed
# reviewed: no
thing-fact = ཐོ།
# source: composed
# reviewed: no
thing-mark = རྟགས།
# source: composed
# reviewed: no
thing-file = ཡིག་ཆ།
# source: project notes, placeholder
# reviewed: no
thing-parcel = སྦྲག་ཐུམ།
# source: project notes, placeholder
# reviewed: no
field-name = མིང་།
# source: project notes, placeholder
# reviewed: no
field-phone = ཁ་པར།
# source: project notes, placeholder
# reviewed: no
field-address = ཁ་བྱང་།
# source: composed
# reviewed: no
field-contact = མིང་དང་ཁ་པར། ཁ་བྱང་།
# source: composed
# reviewed: no
field-account = རྩིས་ཨང་།
# source: composed
# reviewed: no
field-payout = དངུལ་སྤྲོད་སྟངས།
# source: composed
# reviewed: no
field-active = ད་དུང་འདིར་ཡོད།
# source: composed
# reviewed: no
field-wording = ངོ་སྤྲོད།
# source: composed
# reviewed: no
field-price = རིན་གོང་།
# source: composed
# reviewed: no
field-floor = མཐའ་གོང་།
# source: composed
# reviewed: no
field-amount = དངུལ་གྲངས།
# source: composed
# reviewed: no
field-weight = ལྗིད་ཚད།
# source: composed
# reviewed: no
field-quantity = གྲངས་འབོར།
# source: composed
# reviewed: no
field-pieces = གྲངས།
# source: composed
# reviewed: no
field-pin = གསང་ཨང་།
# source: composed
# reviewed: no
field-place = ས་གནས།
# source: composed
# reviewed: no
field-product = ཐོན་རྫས།
# source: composed
# reviewed: no
field-grade = རིམ་པ།
# source: LibreOffice, Tibetan catalogue (MPL-2.0)
# reviewed: no
field-photo = འདྲ་པར།
# source: LibreOffice, Tibetan catalogue (MPL-2.0)
# reviewed: no
field-note = ཟུར་མཆན།
# source: composed
# reviewed: no
field-reason = རྒྱུ་མཚན།
# source: project notes, placeholder
# reviewed: no
field-lines = དངོས་ཟོག
# source: composed
# reviewed: no
field-day = ཚེས་གྲངས།
# source: composed
# reviewed: no
field-since = འགོ་འཛུགས་ཉིན།
# source: composed
# reviewed: no
field-until = མཇུག་གི་ཉིན།
# source: composed
# reviewed: no
field-from = གྲངས་ཚད་ག་ཚོད་ནས།
# source: composed
# reviewed: no
field-source = འབྱོར་ཁུངས།
# source: composed
# reviewed: no
field-role = འགན་ནུས།
# source: composed
# reviewed: no
field-code = ཨང་རྟགས།
# source: composed
# reviewed: no
field-url = ལྟེ་གནས་ཀྱི་ཁ་བྱང་།
# source: composed
# reviewed: no
field-title = འགོ་བརྗོད།
# source: composed
# reviewed: no
field-limit = ཚད་བཀག
# source: LibreOffice, Tibetan catalogue (MPL-2.0)
# reviewed: no
field-state = གནས་སྟངས།
# source: composed
# reviewed: no
field-id = ཨང་རྟགས།

## Fallback

# source: composed
# reviewed: no
error-unknown = སྐྱོན་ཞིག་བྱུང་སོང་། ({ $code }) སྔོན་ཉར་བ་བདེ་འཇགས་ཡིན།

## Notices

# source: composed
# reviewed: no
notice-keys-in-files = མ་ལག་འདིར་ལྡེ་མིག་ཉར་ས་མི་འདུག ལྡེ་མིག་ཚོ་བདག་པོ་ཁོ་ནས་ཀློག་ཐུབ་པའི་ཡིག་ཆའི་ནང་ཉར་ཡོད། DIR/keys
# source: composed
# reviewed: no
notice-settings-broken = སྒྲིག་ཆས་འདིའི་སྒྲིག་འགོད་ཀློག་མི་ཐུབ། སྤྱིར་བཏང་གི་སྒྲིག་འགོད་བེད་སྤྱོད་བྱེད་བཞིན་ཡོད། ཐེངས་གཅིག་ལྟ་རོགས།
