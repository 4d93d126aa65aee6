/** Files of the content folder that the site has as they are. */
import { readFileSync } from 'node:fs';
import type { Report } from '../../diagnostics/diagnostic.ts';

/**
 * @param file relative. @param source absolute. @param untrusted what could run in it is taken out
 * @returns undefined, and a finding, where it cannot be read or holds no picture
 */
export async function carriedFile(
  file: string,
  source: string,
  untrusted: boolean,
  report: Report,
): Promise<Uint8Array | string | undefined> {
  const tell = (message: string, hint: string): undefined =>
    void report({ kind: 'file-unreadable', file, message, hint });
  try {
    const bytes = readFileSync(source);
    if (!untrusted || !/\.svg$/i.test(file)) return bytes;
    const { safeSvg } = await import('./safe-svg.ts');
    return safeSvg(bytes.toString('utf8')) ?? tell('this file holds no picture', 'save it as SVG');
  } catch (error) {
    const { code = 'unknown reason', syscall } = error as NodeJS.ErrnoException;
    if (!syscall && code === 'unknown reason') throw error;
    return tell(`this file cannot be read (${code}), and is left out`, 'check its permissions');
  }
}
