# Leaving with a text prints it to standard error and gives status 1.
import sys
print("before")
sys.exit("it went wrong")
