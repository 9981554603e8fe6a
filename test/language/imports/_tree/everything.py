shown = "shown"
_hidden = "hidden"
shown_too = 1
