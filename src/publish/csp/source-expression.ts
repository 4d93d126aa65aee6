/** URLs as sources of a Content-Security-Policy (CSP 3, 2.3.1). */

/**
 * `https://cdn.example.com`; undefined for the site's own files. `//host` goes without scheme, as
 * the page's own.
 */
export function originOf(url: string): string | undefined {
  const written = url.trim();
  const parsed = parse(written);
  if (!parsed) return undefined;
  if (parsed.protocol === 'data:' || parsed.protocol === 'blob:') return parsed.protocol;
  if (!/^(https?|wss?):$/.test(parsed.protocol)) return undefined;
  return written.startsWith('//') ? parsed.host : `${parsed.protocol}//${parsed.host}`;
}

/** For directives that are closed otherwise. */
export const originOrSelf = (url: string): string | undefined =>
  originOf(url) ?? (parse(url.trim()) ? undefined : "'self'");

/**
 * The very file, without query: for scripts and stylesheets, so that nothing else of their host is
 * let in. `data:` is let in for none.
 */
export function fileOf(url: string): string | undefined {
  const origin = originOf(url);
  if (!origin || origin.endsWith(':')) return undefined;
  const { pathname } = parse(url.trim())!;
  return origin + pathname.replace(/[;,]/g, (char) => encodeURIComponent(char));
}

/** An absolute URL; undefined for one of the site's own. */
function parse(url: string): URL | undefined {
  try {
    return new URL(url.startsWith('//') ? `https:${url}` : url);
  } catch {
    return undefined;
  }
}
