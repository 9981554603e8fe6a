# Arithmetic, comparisons and texts of dates, times and durations: common and awkward ones.
import random, pickle, hashlib
import datetime as D
from datetime import *
random.seed(3)
out=[]
def t(f):
    try: r=f(); return repr(r)
    except TypeError as e: return 'TypeError'
    except Exception as e: return type(e).__name__+': '+str(e)
class SD(datetime): pass
class Sd(date): pass
class St(timedelta): pass
tz=timezone(timedelta(hours=5,minutes=30)); tz2=timezone.utc
class DST(tzinfo):
    def __repr__(self): return 'DST()'
    def utcoffset(self,dt): return timedelta(hours=1 if dt is None or dt.month<6 else 2)
    def dst(self,dt): return timedelta(hours=0 if dt is None or dt.month<6 else 1)
    def tzname(self,dt): return 'X'
dst=DST()
def ri(): return random.choice([random.randrange(-5,70),random.randrange(-10**6,10**6),random.randrange(-10**12,10**12),0,1,-1,999999,1000000,86400,86399])
tds=[timedelta(ri()%100000-50000,ri(),ri()) for _ in range(8)]+[timedelta.max,timedelta.min,timedelta.resolution,timedelta(),St(1,2,3)]
dts=[]
for _ in range(8):
    dts.append(datetime(random.randrange(1,10000),random.randrange(1,13),random.randrange(1,29),random.randrange(24),random.randrange(60),random.randrange(60),random.randrange(10**6),random.choice([None,None,None,tz,tz2,dst]),fold=random.randrange(2)))
dts+=[datetime.max,datetime.min,SD(2020,2,29,1,2,3,4),datetime(2024,2,29),datetime(2023,12,31,23,59,59,999999)]
ds=[date(random.randrange(1,10000),random.randrange(1,13),random.randrange(1,29)) for _ in range(6)]+[date.max,date.min,Sd(2020,2,29)]
for o in range(1,3652060,9973):
    d=date.fromordinal(o); assert d.toordinal()==o
    e=date.min+timedelta(o-1); assert e==d,(e,d)
for a in tds:
    for b in tds: out+= [t(lambda:a+b),t(lambda:a-b),t(lambda:a==b),t(lambda:a<b),t(lambda:a>=b),t(lambda: a//b), t(lambda: a/b)]
    out+=[t(lambda:-a),t(lambda:abs(a)),t(lambda:a*3),t(lambda:a*0.3),t(lambda:a//7),t(lambda:hash(a)==hash(timedelta(a.days,a.seconds,a.microseconds))),t(lambda:str(a)),t(lambda:a.total_seconds()), t(lambda:a+1), t(lambda: 1-a)]
for a in dts:
    for b in tds: out+=[t(lambda:a+b),t(lambda:a-b),t(lambda:b+a), t(lambda: b-a)]
    for b in dts: out+=[t(lambda:a-b),t(lambda:a==b),t(lambda:a<b),t(lambda:a>b),t(lambda:a<=b)]
    for b in ds[:3]: out+=[t(lambda:a==b)]
    out+=[t(lambda:a.isoformat()),t(lambda:a.timetuple()),t(lambda:a.weekday()),t(lambda:pickle.loads(pickle.dumps(a))==a),t(lambda:a.replace(year=5)), t(lambda:a.toordinal()), t(lambda: a.utctimetuple())]
for a in ds:
    for b in tds: out+=[t(lambda:a+b),t(lambda:a-b),t(lambda:b+a)]
    for b in ds: out+=[t(lambda:a-b),t(lambda:a==b),t(lambda:a<b),t(lambda:a>b)]
    out+=[t(lambda:a+1),t(lambda:a.isocalendar()),t(lambda:a.strftime('%Y %j')) if a.year>1000 else '']
for args in ((2020,13,1),(2020,2,30),(2021,2,29),(0,1,1),(10000,1,1),(2020,1.5,1),('a',1,1),(2020,True,1),(2020,4,31),(2020,),()):
    out+=[t(lambda:date(*args)),t(lambda:datetime(*args))]
for kw in (dict(hour=24),dict(minute=60),dict(second=-1),dict(microsecond=10**6),dict(fold=2),dict(tzinfo=5),dict(hour=1.5),dict(fold=True),dict(x=1)):
    out.append(t(lambda:datetime(2020,1,1,**kw)))
for kw in (dict(days=1.5),dict(seconds=1e-7),dict(weeks=10**9),dict(hours=True),dict(days='a'),dict(days=10**9),dict(minutes=-1,weeks=2,milliseconds=7),dict(q=1)):
    out.append(t(lambda:timedelta(**kw)))
print(datetime.__add__.__qualname__, timedelta.__new__.__qualname__ if hasattr(timedelta.__new__,'__qualname__') else '', datetime, D.__name__)

for i in range(0, len(out), 40): print(hashlib.md5('\n'.join(out[i:i+40]).encode()).hexdigest())
print(len(out))
for line in out[-60:]: print(line)
for f in (lambda: dts[0] < datetime(2020, 1, 1, tzinfo=tz2), lambda: datetime(2020, 1, 1) - datetime(2020, 1, 1, tzinfo=tz2), lambda: timedelta.max + timedelta(1), lambda: -timedelta.max, lambda: timedelta(days=10**10), lambda: date.max + timedelta(1), lambda: datetime.min - timedelta(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
