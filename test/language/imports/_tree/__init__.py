name = "tree package"
root_value = 10
print("import tree")
