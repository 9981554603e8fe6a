/** What npm unpacks is small: the package with the library is to stay below 5,000,000 bytes. */
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import path from 'node:path'
import { it } from 'node:test'
import { filesUnder, root } from '../../tools/source-files.ts'
import { builtPackage } from '../built-package.ts'

const largest = 5_000_000

it('is below 5,000,000 bytes when it is unpacked', () => {
  const built = builtPackage()
  const dist = filesUnder([path.relative(root, built)], '').filter(name => !/\.cache$|\/built$/.test(name))
  const files = [...dist, ...filesUnder(['bin'], ''), 'package.json', 'README.md', 'LICENSE', 'NOTICE']
  const size = files.reduce((total, name) => total + statSync(path.join(root, name)).size, 0)
  assert.ok(size > largest / 2 && size < largest, `${size} bytes`)
})
