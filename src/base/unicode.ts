export function decimalDigit(point: number): number {
  return -1
}
export function isSpace(point: number): boolean {
  return point === 32 || (point >= 9 && point <= 13) || (point >= 28 && point <= 31)
}
