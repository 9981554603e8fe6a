# pwd and grp: the account and the group that every system has, and what does not depend on the machine.
import pwd, grp, os
print(pwd.getpwuid(0).pw_name, pwd.getpwnam("root").pw_uid, pwd.getpwuid(0) in pwd.getpwall(), os.path.expanduser("~root"))
print(grp.getgrgid(0)[0], grp.getgrnam("root").gr_gid, grp.getgrgid(0) in grp.getgrall(), type(grp.getgrgid(0).gr_mem))
print(pwd.struct_passwd.__match_args__, grp.struct_group.__match_args__, pwd.struct_passwd.__name__, grp.struct_group.__module__)
p = pwd.struct_passwd(("n", "x", 1, 2, "g", "/d", "/s")); print(p, p.pw_dir, p[2], tuple(p))
for code in ("pwd.getpwuid(987654321)", "pwd.getpwuid(-5)", "pwd.getpwnam('no such user')", "pwd.getpwuid('x')", "pwd.getpwnam(3)", "grp.getgrgid(987654321)", "grp.getgrnam('no such group')", "grp.getgrgid('x')", "grp.getgrnam(3)"):
    try: print(code, eval(code))
    except (KeyError, TypeError) as error: print(code, "->", type(error).__name__, error)
