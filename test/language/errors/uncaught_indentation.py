# Wrong indentation is reported with its line.
if True:
    x = 1
      y = 2
