/** What programs need that run for more than a moment: tier 2, and the dispatch functions that have instructions in them. */
import '../../interpreter/training.ts'
import '../../jit/entering.ts'
