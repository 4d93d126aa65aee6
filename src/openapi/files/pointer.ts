/** JSON pointers (RFC 6901), as they stand in a `$ref` after `#`. */

export const escapePointer = (key: string): string =>
  key.includes('/') || key.includes('~') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;

/** @returns keys of a pointer that is not percent-encoded: `/a~1b/c` → `a/b`, `c` */
export const pointerParts = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
