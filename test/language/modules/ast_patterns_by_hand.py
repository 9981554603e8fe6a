# Patterns made by hand: what compile() refuses of them.
import ast
def check(node, mode='exec'):
    ast.fix_missing_locations(node)
    try: compile(node, "<tree>", mode); print("fine")
    except (ValueError, TypeError, SyntaxError) as e: print(type(e).__name__, e)

pats = [ast.MatchAs(name='False'), ast.MatchValue(ast.Constant(None)), ast.MatchMapping([],[],rest='True'), ast.MatchClass(ast.Attribute(ast.Attribute(ast.Name('x'),'y'),'z'),[],[],[]), ast.MatchClass(ast.Name('x'),[],['a'],[]), ast.MatchMapping([ast.Name('x')],[ast.MatchAs()]), ast.MatchSequence([ast.MatchStar(name='True')]), ast.MatchSingleton('x'), ast.MatchOr([]), ast.MatchOr([ast.MatchAs()]), ast.MatchAs(pattern=ast.MatchAs()), ast.MatchStar(), ast.MatchMapping([ast.Constant(1)],[]), ast.MatchClass(ast.Constant(1),[],[],[]), ast.MatchValue(ast.Tuple([],ast.Load())), ast.MatchValue(ast.JoinedStr([ast.Constant('a')])), ast.MatchValue(ast.UnaryOp(ast.USub(), ast.Constant('x'))),ast.MatchMapping([ast.Constant(None)],[ast.MatchAs()]), ast.MatchMapping([ast.MatchAs()],[ast.MatchAs()]) , ast.MatchClass(ast.Name('x'),[ast.MatchStar()],[],[])]
for p in pats:
    m = ast.Module([ast.Match(ast.Name('x', ast.Load()), [ast.match_case(p, None, [ast.Pass()])])], [])
    check(m)
