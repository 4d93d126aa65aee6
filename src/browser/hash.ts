import { decode } from '../shared/decode.ts';

/** A hash as an id; what is no valid escape stays as it is. */
export const idOf = (hash: string): string => decode(hash.slice(1));

/** The element that a hash leads to: who writes links by hand does not mind capitals. */
export function targetOf(hash: string): HTMLElement | null {
  const id = idOf(hash);
  return id
    ? (document.getElementById(id) ?? document.querySelector(`[id="${CSS.escape(id)}" i]`))
    : null;
}
