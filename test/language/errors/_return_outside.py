x = 1
return x  # outside
