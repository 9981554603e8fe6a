def inner(): return {}["not there"]
inner()
