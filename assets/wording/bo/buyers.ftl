# Buyers, in Tibetan.

# source: composed
# reviewed: no
buyers-add = མཁོ་མཁན་གསར་པ
# source: composed
# reviewed: no
buyers-change = མཁོ་མཁན་བཅོས
# source: composed
# reviewed: no
buyers-count = མཁོ་མཁན་ { $count }
# source: composed
# reviewed: no
buyers-find = མིང་ངམ་ཁ་པར
# source: composed
# reviewed: no
buyers-none = མཁོ་མཁན་ད་དུང་མེད
# source: composed
# reviewed: no
buyers-none-hint = མངག་ཉོ་དང་པོ་དང་མཉམ་དུ་ཉར། ཡང་ན་འདིར་སྣོན་ཆོག
# source: composed
# reviewed: no
buyers-nameless = མིང་མེད
# source: composed
# reviewed: no
buyers-erased = བསུབས་ཟིན
# source: LibreOffice
# reviewed: no
buyers-orders = མངག་ཉོ
# source: composed
# reviewed: no
buyers-last = ཉེ་ཆར་གྱི་མངག་ཉོ
# source: composed
# reviewed: no
buyers-no-orders = ད་དུང་མངགས་མེད
# source: composed
# reviewed: no
buyers-paste = ཁ་བརྡའི་ཡིག་འབྲུ་སྦྱོར
# source: composed
# reviewed: no
buyers-paste-read = ཀློག
# source: project notes, placeholder
# reviewed: no
buyers-place = ས་ཆ
# source: project notes, placeholder
# reviewed: no
buyers-address = ཁ་བྱང
