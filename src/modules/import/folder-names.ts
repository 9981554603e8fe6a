/** Which modules a folder may hold: what the short way to import asks of the places that are searched before the library. */
import { HostError } from '../../base/host.ts'
import { vm } from '../../objects/vm.ts'

interface Listing {
  readonly modified: bigint
  /** Names of modules: there are no others than folders and files of these two kinds. */
  readonly modules: ReadonlySet<string>
}

const listings = { create: () => new Map<string, Listing>() }

const folderKind = 0o040000
const kindMask = 0o170000

/** Could a search of that place find `name`? True where only importlib can say. */
export function folderMayHave(folder: string, name: string): boolean {
  const { files } = vm.host
  if (files === null) return false
  const path = folder === '' ? '.' : folder
  try {
    const status = files.status(path, 'follow')
    if ((status.mode & kindMask) !== folderKind) return true
    const known = vm.state(listings)
    let listing = known.get(path)
    if (listing === undefined || listing.modified !== status.mtime) {
      const modules = new Set(files.list(path).map(entry => entry.name.replace(/\.pyc?$/, '')))
      known.set(path, (listing = { modified: status.mtime, modules }))
    }
    return listing.modules.has(name)
  } catch (thrown) {
    if (thrown instanceof HostError) return false
    throw thrown
  }
}
