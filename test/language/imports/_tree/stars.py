__all__ = ["public", "exported"]
public = 1
_private = 2
exported = 3
not_exported = 4
