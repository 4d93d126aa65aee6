/**
 * The first index of a sorted list from which on `isBefore` no longer holds.
 * @returns `length` where it holds for all
 */
export function lowerBound(length: number, isBefore: (index: number) => boolean): number {
  let low = 0,
    high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
