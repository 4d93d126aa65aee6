/** Addresses of pages in links. */

/** Read otherwise in an address than in a name: `/\host` leads to another host, line ends are dropped. */
const marks = /[%#?\\\t\n\r]/g;

/**
 * @param url of a page or a file, as its name is written, without base
 * @returns what leads to it: signs of its name that an address reads otherwise are escaped
 */
export const pageHref = (base: string, url: string): string =>
  base + url.slice(1).replace(marks, encodeURIComponent);
