export function decimalDigit(point: number): number {
  return -1
}
