# Leaving with a number gives that status.
try:
    print("body")
    raise SystemExit(42)
finally:
    print("cleanup")
