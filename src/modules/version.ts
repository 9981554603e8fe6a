/** Which Python this is. */
export const version = { major: 3, minor: 14, micro: 2, level: 'final', serial: 0 } as const

/** Of files with compiled code: `os.taipan-314.pyc`. */
export const cacheTag = `taipan-${version.major}${version.minor}`

/** `PY_VERSION_HEX` */
export const hexVersion = (version.major << 24) | (version.minor << 16) | (version.micro << 8) | 0xf0

/** What begins a `.pyc` file of 3.14, and CPython's tag for it. */
export const magicNumber = 3627

/** The platform that it calls itself, in names of extension modules and of the build's variables. */
export const multiarch = 'x86_64-linux-gnu'
