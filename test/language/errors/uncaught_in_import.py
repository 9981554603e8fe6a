# An exception while importing shows both frames.
import _raises_on_import
