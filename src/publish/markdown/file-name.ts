/** Ids as names of files. */
import { createHash } from 'node:crypto';

/** What some file system refuses in a name, what stands for it, and what our own names use (`~`). */
const REFUSED = /[\0-\x1f\x7f/\\:*?"<>|%~#]|^\.|[. ]$/g;

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** File systems end a name at 255 bytes. */
const MAX_BYTES = 200;

/**
 * The id with what no file name can hold percent-encoded (`/` as `%2F`). An id of more than 200
 * bytes is cut, and told from others by a digest.
 */
export function fileName(id: string): string {
  let name = id.replace(REFUSED, encode);
  if (DEVICE.test(name)) name = encode(name[0]!) + name.slice(1);
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 8);
  const bytes = Buffer.from(name).subarray(0, MAX_BYTES - 9);
  return `${bytes.toString().replace(/\ufffd$|%.?$/, '')}~${digest}`;
}

const encode = (char: string): string =>
  `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
