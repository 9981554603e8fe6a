/** Time zones that TZ gives by a rule; the expected offsets are glibc's. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zoneOfRule } from '../../src/host/zone-rule.ts'

/** The names at these moments, in seconds, and the zone's distances west of UTC. */
function shown(rule: string, ...moments: number[]): string {
  const zone = zoneOfRule(rule)
  if (zone === null) return 'no rule'
  return moments
    .map(moment => zone(moment * 1000))
    .map(each => `${each.name} ${each.secondsWest}`)
    .join(', ')
}

const september2001 = 1e9
const christmas2002 = 1040774400

test('a rule of one half of the year', () => {
  assert.equal(shown('EST+05EDT,M4.1.0,M10.5.0', september2001, christmas2002), 'EDT 14400, EST 18000')
  assert.equal(shown('AEST-10AEDT-11,M10.5.0,M3.5.0', september2001, christmas2002), 'AEST -36000, AEDT -39600')
  assert.equal(shown('<+0330>-3:30', september2001), '+0330 -12600')
  assert.equal(shown('UTC+3', september2001), 'UTC 10800')
  assert.equal(shown('EST5EDT', september2001, christmas2002), 'EDT 14400, EST 18000')
})

test('summer begins and ends at the second', () => {
  const paris = 'CET-1CEST,M3.5.0,M10.5.0/3'
  assert.equal(shown(paris, 1711846799, 1711846800), 'CET -3600, CEST -7200')
  assert.equal(shown(paris, 1729990799, 1729990800), 'CEST -7200, CET -3600')
})

test('days of the year, with and without the 29th of February', () => {
  const march2004 = Date.UTC(2004, 2, 1) / 1000
  assert.equal(shown('AAA0BBB,J60/0,J300/3:30', march2004 - 1, march2004), 'AAA 0, BBB -3600')
  assert.equal(shown('AAA0BBB,59/0,299/-1', march2004 - 86401, march2004 - 86400), 'AAA 0, BBB -3600')
})

test('names of zones are no rules', () => {
  for (const name of ['', 'Europe/Paris', 'GMT', 'A1', 'EST5EDT,M3']) assert.equal(shown(name, 0), 'no rule')
})
