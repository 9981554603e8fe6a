# A SyntaxError that a misspelt keyword explains names the keyword; others stay as they are.
import traceback
for code in ["impotr os","fro x import y","whille True:\n  pass","clas Foo:\n  pass","dfe f():\n  pass","a = 1\nb = 2\nfor i inn range(3):\n    print(i)","if x > 1 ot y:\n  pass","retrun 5","x = 5\ny = nott x z","def f():\n    x = 1\n    yeild x\n    return 3","whilee = 3 4","imort é","é = 3; imort x","x = (1,\n  2 an 3)","with open(x) ass f: pass","try:\n  pass\nexept: pass","elss: pass","print a b","x = 'abc' fro y","f'{x}' impot z","lambd x: 3","assertt x == 3","pas s","as dfa sdf asd f","async dfe f(): pass","aync def f(): pass","raisee ValueError(3)","raise ValueError fom x","glob x","x = yeild 3","match x:\n  csae 3: pass", "a, b, c fr", "foo(a, b for b in range(5), c)", "foo(a b)", "[a b c in d]","if True\n  imort x","a = 3 iff b else c","not x iss y", "class C:\n    def f(self):\n        retrn 5", "wile x<3:\n   x+=1", "fpr i in x: pass"]:
    try: compile(code,"<example>","exec")
    except SyntaxError as e: print("".join(traceback.format_exception_only(e)),end='')
    print('-')
