raise ValueError("broken while importing")
