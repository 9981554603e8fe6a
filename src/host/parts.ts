/** All parts of the program (base/parts.ts), for where it is one. The build leaves this file out, or puts the parts' scripts in its place. */
import './parts/hot.ts'
import './parts/often.ts'
import './parts/seldom.ts'
