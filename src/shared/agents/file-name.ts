/** Ids as names of files. */

/** What some file system refuses in a name, what stands for it, and what our own names use (`~`). */
const REFUSED = /[\0-\x1f\x7f/\\:*?"<>|%~#]|^\.|[. ]$/g;

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** File systems end a name at 255 bytes; a character has three at most, here. */
const MAX_BYTES = 200;
const MAX_LENGTH = 60;

/**
 * The id with what no file name can hold percent-encoded (`/` as `%2F`). A very long one is cut,
 * and told from others that begin with the same by a checksum.
 */
export function fileName(id: string): string {
  let name = id.replace(REFUSED, encode);
  if (DEVICE.test(name)) name = encode(name[0]!) + name.slice(1);
  if (new TextEncoder().encode(name).length <= MAX_BYTES) return name;
  return `${name.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$|%.?$/, '')}~${checksum(id)}`;
}

const encode = (char: string): string =>
  `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** FNV-1a, which needs no library in a browser. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  return (sum >>> 0).toString(36);
}
