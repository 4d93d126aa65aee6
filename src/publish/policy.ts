/**
 * A page's Content-Security-Policy, from what the page holds: nothing is allowed that is not there.
 * What an author wrote into the page (inline scripts and styles, frames, remote images) is allowed by its digest or origin;
 * what no policy can allow without opening it to everything (inline handlers) is reported.
 */
import { createHash } from 'node:crypto';
import { attributesOf, tagsOf, type Tag } from './scan.ts';

export interface PolicyFinding {
  kind: 'inline-handler' | 'csp-source';
  message: string;
  mend: string;
}

export interface Policy {
  /** Ready for `<meta http-equiv="Content-Security-Policy" content="…">`, not yet escaped for HTML. */
  policy: string;
  findings: PolicyFinding[];
  /** Directive → origins that the page's own content made necessary: for the summary. */
  origins: Map<string, string[]>;
}

/** What every page needs: its own files, Pagefind's WebAssembly and worker, `data:` images of stylesheets. */
const basis: Record<string, string[]> = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

const directives = new Set([...Object.keys(basis), 'frame-src', 'media-src', 'object-src', 'child-src', 'script-src-elem', 'script-src-attr', 'style-src-elem', 'style-src-attr', 'upgrade-insecure-requests']);

/**
 * @param html the final page, as it is written
 * @param extra the owner's additions (`csp` in front matter): directive → sources
 */
export function contentSecurityPolicy(html: string, extra: Record<string, string[]>): Policy {
  const found = new Found();
  scan(html, found, 0);
  const sources = new Map(Object.entries(basis).map(([name, list]) => [name, new Set(list)]));
  const add = (directive: string, list: Iterable<string>) => {
    for (const source of list) sources.get(directive)?.add(source) ?? sources.set(directive, new Set([source]));
  };
  add('script-src', [...found.scripts].map(digest));
  if (found.attributes.size) add('style-src', ["'unsafe-hashes'"]);
  add('style-src', [...found.styles, ...found.attributes].map(digest));
  for (const [directive, origins] of found.origins) add(directive, origins);
  for (const [name, list] of Object.entries(extra)) {
    const directive = name.trim().toLowerCase();
    if (!directives.has(directive)) found.report('csp-source', `\`csp\` names “${name}”, which is no directive that a page can set`, `use one of ${[...directives].join(', ')}`);
    else for (const source of list) {
      // A semicolon or comma would begin a directive or a policy of its own.
      if (/^[\x21-\x7e]+$/.test(source) && !/[;,"]/.test(source)) add(directive, [source]);
      else found.report('csp-source', `\`csp\` lists “${source}” under ${directive}, which is no source`, 'write one origin a list item: https://cdn.example.com');
    }
  }
  const policy = [...sources].map(([directive, list]) => {
    // `'none'` beside others would be ignored, with a warning in the browser's console.
    const kept = list.size > 1 ? [...list].filter((source) => source !== "'none'") : [...list];
    return `${directive} ${kept.join(' ')}`.trim();
  });
  return { policy: policy.join('; '), findings: [...found.findings.values()], origins: new Map([...found.origins].map(([name, set]) => [name, [...set]])) };
}

/**
 * The page with its policy first in `<head>`, so that it holds for everything after it.
 * @param html a page without a policy of its own
 */
export function withPolicy(html: string, extra: Record<string, string[]>): Policy & { html: string } {
  const policy = contentSecurityPolicy(html, extra);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.policy.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
  return { ...policy, html: html.replace(/<head(?:\s[^>]*)?>/i, (head) => head + meta) };
}

class Found {
  readonly scripts = new Set<string>();
  readonly styles = new Set<string>();
  readonly attributes = new Set<string>();
  readonly origins = new Map<string, Set<string>>();
  readonly findings = new Map<string, PolicyFinding>();

  report(kind: PolicyFinding['kind'], message: string, mend: string): void {
    this.findings.set(message, { kind, message, mend });
  }

  origin(directive: string, url: string | undefined, form: (url: string) => string | undefined = originOf): void {
    const origin = url && form(url);
    if (!origin) return;
    const origins = this.origins.get(directive);
    if (origins) origins.add(origin);
    else this.origins.set(directive, new Set([origin]));
  }
}

/** Tags that can matter only through `style` or a handler are skipped at once: most of a page is such. */
const loaders = new Set(['script', 'style', 'img', 'image', 'input', 'iframe', 'frame', 'video', 'audio', 'source', 'track', 'embed', 'object', 'link', 'form', 'button', 'a', 'area', 'base', 'use', 'feimage', 'body', 'table', 'td', 'th']);
const suspicious = /\bstyle\b|\bon[a-z]+\s*=|\bbackground\s*=/i;

function scan(html: string, found: Found, depth: number): void {
  for (const tag of tagsOf(html)) {
    if (!loaders.has(tag.name) && !(tag.attributes && suspicious.test(tag.attributes))) continue;
    const attributes = attributesOf(tag.attributes);
    const style = attributes.get('style');
    if (style) {
      found.attributes.add(normal(style));
      urlsOfStyle(style, found);
    }
    handlers(tag, attributes, found);
    found.origin('img-src', attributes.get('background'));
    load(tag, attributes, found, depth);
  }
}

function load(tag: Tag, attributes: Map<string, string>, found: Found, depth: number): void {
  const src = attributes.get('src');
  switch (tag.name) {
    case 'script':
      if (src !== undefined) found.origin('script-src', src, fileOf);
      else if (isScript(attributes.get('type')) && tag.text) found.scripts.add(normal(tag.text));
      break;
    case 'style':
      if (tag.text) found.styles.add(normal(tag.text));
      urlsOfStyle(tag.text, found);
      break;
    case 'img': case 'input':
      found.origin('img-src', src);
      candidates(attributes.get('srcset'), found);
      break;
    case 'image': case 'use': case 'feimage':
      found.origin('img-src', attributes.get('href') ?? attributes.get('xlink:href'));
      break;
    case 'source':
      found.origin('media-src', src, originOrSelf);
      candidates(attributes.get('srcset'), found);
      break;
    case 'video': case 'audio': case 'track':
      found.origin('media-src', src ?? (tag.name === 'track' ? undefined : '.'), originOrSelf);
      found.origin('img-src', attributes.get('poster'));
      break;
    case 'iframe': case 'frame':
      if (attributes.has('srcdoc')) {
        // A document of its own, under this page's policy.
        if (depth < 3) scan(attributes.get('srcdoc')!, found, depth + 1);
      } else found.origin('frame-src', src, originOrSelf);
      break;
    case 'embed':
      found.origin('object-src', src, originOrSelf);
      break;
    case 'object':
      found.origin('object-src', attributes.get('data'), originOrSelf);
      break;
    case 'form':
      found.origin('form-action', attributes.get('action') ?? '.', originOrSelf);
      break;
    case 'button':
      found.origin('form-action', attributes.get('formaction'), originOrSelf);
      break;
    case 'base':
      found.report('csp-source', 'A `<base>` element is refused by the page’s policy', 'remove it: links are resolved by the build');
      break;
    case 'link':
      linked(attributes, found);
  }
}

function linked(attributes: Map<string, string>, found: Found): void {
  const rel = new Set((attributes.get('rel') ?? '').toLowerCase().split(/\s+/));
  const url = attributes.get('href');
  if (rel.has('stylesheet')) found.origin('style-src', url, fileOf);
  else if (rel.has('icon') || rel.has('apple-touch-icon') || rel.has('mask-icon')) found.origin('img-src', url);
  else if (rel.has('modulepreload')) found.origin('script-src', url, fileOf);
  else if (rel.has('manifest')) found.origin('manifest-src', url);
  else if (rel.has('preload')) {
    const directive = { script: 'script-src', style: 'style-src', font: 'font-src', image: 'img-src', fetch: 'connect-src' }[attributes.get('as') ?? ''];
    if (directive) found.origin(directive, url, directive === 'script-src' || directive === 'style-src' ? fileOf : originOf);
  }
}

function handlers(tag: Tag, attributes: Map<string, string>, found: Found): void {
  for (const [name, value] of attributes) {
    if (/^on[a-z]+$/.test(name)) {
      found.report('inline-handler', `\`${name}\` of <${tag.name}> is script in an attribute, which the page’s policy keeps from running`, 'move it into a <script> that uses addEventListener');
    } else if ((name === 'href' || name === 'src' || name === 'action' || name === 'formaction' || name === 'xlink:href') && /^[\0-\x20]*j[\t\n\r]*a[\t\n\r]*v[\t\n\r]*a[\t\n\r]*s[\t\n\r]*c[\t\n\r]*r[\t\n\r]*i[\t\n\r]*p[\t\n\r]*t[\t\n\r]*:/i.test(value)) {
      found.report('inline-handler', `A \`javascript:\` URL of <${tag.name}> is kept from running by the page’s policy`, 'use a <button> and a <script>');
    }
  }
}

/** Script to a browser; any other type is data, which no policy concerns. Import maps and speculation rules need a hash as well. */
const isScript = (type: string | undefined): boolean =>
  type === undefined || type.trim() === '' || /^\s*(module|importmap|speculationrules|(text|application)\/(x-)?(java|ecma)script|text\/(jscript|livescript|javascript1\.[0-5]))\s*$/i.test(type);

/** `srcset`: URLs with a width or density behind each. */
function candidates(srcset: string | undefined, found: Found): void {
  for (const [, url] of srcset?.matchAll(/(?:^|,)\s*([^\s,]\S*[^\s,]|[^\s,])/g) ?? []) found.origin('img-src', url);
}

/** Images and fonts that a stylesheet names, and stylesheets it imports. */
function urlsOfStyle(css: string, found: Found): void {
  if (!/url\(|@import/i.test(css)) return;
  for (const [block] of css.matchAll(/@font-face\s*\{[^{}]*\}/gi)) for (const url of urlsIn(block)) found.origin('font-src', url);
  for (const [, string, url] of css.matchAll(/@import\s+(?:["']([^"']+)["']|url\(\s*["']?([^"')]+))/gi)) found.origin('style-src', string ?? url, fileOf);
  for (const url of urlsIn(css.replace(/@font-face\s*\{[^{}]*\}|@import[^;]*;?/gi, ''))) found.origin('img-src', url);
}

const urlsIn = (css: string): string[] => [...css.matchAll(/url\(\s*["']?([^"')]+)/gi)].map(([, url]) => url!.trim());

/** `https://cdn.example.com`; undefined for the site's own files. `//host` goes without scheme, as the page's own. */
function originOf(url: string): string | undefined {
  const written = url.trim();
  const parsed = parse(written);
  if (!parsed) return undefined;
  if (parsed.protocol === 'data:' || parsed.protocol === 'blob:') return parsed.protocol;
  if (!/^(https?|wss?):$/.test(parsed.protocol)) return undefined;
  return written.startsWith('//') ? parsed.host : `${parsed.protocol}//${parsed.host}`;
}

/** For directives that are closed otherwise. */
const originOrSelf = (url: string): string | undefined => originOf(url) ?? (parse(url.trim()) ? undefined : "'self'");

/** The very file, without query: for scripts and stylesheets, so that nothing else of their host is let in. `data:` is let in for none. */
function fileOf(url: string): string | undefined {
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

/** A browser reads line ends as `\n` before it hashes. */
const normal = (text: string): string => text.replace(/\r\n?/g, '\n');

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
