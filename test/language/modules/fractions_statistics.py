# fractions and statistics.
from fractions import Fraction as F
import statistics as st
print(F(6, 4), F("3/7"), F("1.25"), F(0.5), F("-1e-2"), F(3), repr(F(1, 3)), F(1, 3) + F(1, 6), F(1, 2) * 4, F(7, 2) // 1, F(7, 2) % 1, F(1, 2) ** 2, F(4) ** -1, F(1, 4) ** 0.5, -F(1, 2), abs(F(-1, 2)), F(1, 3) < 0.34, F(1, 2) == 0.5, float(F(1, 3)), int(F(7, 2)), round(F(7, 2)), round(F(22, 7), 2), F(22, 7).limit_denominator(5), F(3.14159).limit_denominator(100), F(5, 2).numerator, hash(F(1)) == hash(1), divmod(F(7, 2), F(1, 3)), f"{F(1, 3):.3f}", F(1, 3) + 0.5, F(1, 3) + 1j, F(8, 4).is_integer(), 1 / F(2, 3), 2 ** F(2), sum([F(1, i) for i in range(1, 10)]))
for code in ("F(1, 0)", "F('a')", "F(1.5, 2)", "F('1/0')", "F(float('nan'))", "F(1) / 0", "F([])", "F(1, 2) < 'a'"):
    try: print(code, eval(code))
    except (ZeroDivisionError, ValueError, TypeError, OverflowError) as error: print(code, "->", type(error).__name__, error)
d = [2.5, 1, 4, 4, 3.5, 1.5]
print(st.mean(d), st.median(d), st.median_low(d), st.median_high(d), st.mode(d), st.multimode([1, 1, 2, 2]), st.stdev(d), st.pstdev(d), st.variance(d), st.pvariance([1, 2, 3]), st.fmean(d), st.geometric_mean([1, 2, 4]), st.harmonic_mean([1, 2, 4]), st.quantiles(range(1, 11), n=4), st.mean([F(1, 2), F(1, 3)]), st.mean([1, 2]), st.median([1, 3, 2]), st.correlation([1, 2, 3], [2, 4, 7]), st.linear_regression([1, 2, 3], [2, 4, 6]), st.covariance([1, 2], [3, 5]), st.median_grouped([1, 2, 2, 3]), st.fmean([1, 2], weights=[3, 1]))
n = st.NormalDist(100, 15); print(n.mean, n.stdev, round(n.cdf(115), 12), n.pdf(100), n.inv_cdf(0.9), n + 5, n.zscore(130), st.NormalDist.from_samples([1, 2, 3]))
for code in ("st.mean([])", "st.median([])", "st.mode([])", "st.stdev([1])", "st.geometric_mean([0, -1])", "st.quantiles([1], n=0)", "st.harmonic_mean([-1])"):
    try: print(code, eval(code))
    except (st.StatisticsError, TypeError) as error: print(code, "->", type(error).__name__, error)
print(st.NormalDist(100, 0).inv_cdf(0.5), st.NormalDist().inv_cdf(float('nan')))
