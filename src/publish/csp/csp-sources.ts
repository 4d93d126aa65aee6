/** What a finished page's HTML asks of its policy. */
import { attributesOf, hasAngles, tagsOf, type Tag } from './scan-html.ts';
import { fileOf, originOf, originOrSelf } from './source-expression.ts';

export interface PolicyFinding {
  kind: 'inline-handler' | 'csp-source';
  message: string;
  hint: string;
  quote: string;
  /** The root index page's front matter is at fault, not the page. */
  ofSite?: true;
}

/** Texts to be hashed, origins to be named, and what is to be reported. */
export class CspSources {
  readonly scripts = new Set<string>();
  readonly styles = new Set<string>();
  readonly attributes = new Set<string>();
  readonly origins = new Map<string, Set<string>>();
  readonly findings = new Map<string, PolicyFinding>();
  /** Of scripts, and of what `<link>` loads: those that begin with a slash. */
  readonly addresses = new Set<string>();
  /** A tag holds `<` or `>` among its attributes (`escapeAngles`). */
  hasAngles = false;

  /** @param quote how an author may have written it */
  report(
    kind: PolicyFinding['kind'],
    message: string,
    hint: string,
    quote: string,
    more: Pick<PolicyFinding, 'ofSite'> = {},
  ): void {
    this.findings.set(message, { kind, message, hint, quote, ...more });
  }

  address(url: string | undefined): void {
    if (url && /^\/(?!\/)/.test(url)) this.addresses.add(url);
  }

  origin(
    directive: string,
    url: string | undefined,
    form: (url: string) => string | undefined = originOf,
  ): void {
    const origin = url && form(url);
    if (!origin) return;
    const origins = this.origins.get(directive);
    if (origins) origins.add(origin);
    else this.origins.set(directive, new Set([origin]));
  }
}

/**
 * Tags that can matter only through `style` or a handler are skipped at once: most of a page is
 * such.
 */
const loaders = new Set([
  'script',
  'style',
  'img',
  'image',
  'input',
  'iframe',
  'frame',
  'video',
  'audio',
  'source',
  'track',
  'embed',
  'object',
  'link',
  'form',
  'button',
  'a',
  'area',
  'base',
  'use',
  'feimage',
]);
const suspicious = /\bstyle\b|\bon[a-z]+\s*=|\bbackground\s*=/i;

/** @param depth of documents within documents (`srcdoc`) */
export function cspSources(html: string, needs: CspSources, depth: number): void {
  for (const tag of tagsOf(html)) {
    if (hasAngles(tag)) needs.hasAngles = true;
    if (!loaders.has(tag.name) && !(tag.attributes && suspicious.test(tag.attributes))) continue;
    const attributes = attributesOf(tag.attributes);
    const style = attributes.get('style');
    if (style) {
      needs.attributes.add(normal(style));
      urlsOfStyle(style, needs);
    }
    handlers(tag, attributes, needs);
    needs.origin('img-src', attributes.get('background'));
    load(tag, attributes, needs, depth);
  }
}

function load(tag: Tag, attributes: Map<string, string>, needs: CspSources, depth: number): void {
  const src = attributes.get('src');
  switch (tag.name) {
    case 'script':
      needs.address(src);
      if (src !== undefined) needs.origin('script-src', src, fileOf);
      else if (isScript(attributes.get('type')) && tag.text) needs.scripts.add(normal(tag.text));
      break;
    case 'style':
      if (tag.text) needs.styles.add(normal(tag.text));
      urlsOfStyle(tag.text, needs);
      break;
    case 'img':
    case 'input':
      needs.origin('img-src', src);
      candidates(attributes.get('srcset'), needs);
      break;
    case 'image':
    case 'use':
    case 'feimage':
      needs.origin('img-src', attributes.get('href') ?? attributes.get('xlink:href'));
      break;
    case 'source':
      needs.origin('media-src', src, originOrSelf);
      candidates(attributes.get('srcset'), needs);
      break;
    case 'video':
    case 'audio':
    case 'track':
      needs.origin('media-src', src ?? (tag.name === 'track' ? undefined : '.'), originOrSelf);
      needs.origin('img-src', attributes.get('poster'));
      break;
    case 'iframe':
    case 'frame':
      if (attributes.has('srcdoc')) {
        // A document of its own, under this page's policy.
        if (depth < 3) cspSources(attributes.get('srcdoc')!, needs, depth + 1);
      } else needs.origin('frame-src', src, originOrSelf);
      break;
    case 'embed':
      needs.origin('object-src', src, originOrSelf);
      break;
    case 'object':
      needs.origin('object-src', attributes.get('data'), originOrSelf);
      break;
    case 'form':
      needs.origin('form-action', attributes.get('action') ?? '.', originOrSelf);
      break;
    case 'button':
      needs.origin('form-action', attributes.get('formaction'), originOrSelf);
      break;
    case 'base':
      needs.report(
        'csp-source',
        'A `<base>` element is blocked by the page’s Content-Security-Policy',
        'remove it: the build resolves links',
        '<base',
      );
      break;
    case 'link':
      linked(attributes, needs);
  }
}

function linked(attributes: Map<string, string>, needs: CspSources): void {
  const rel = new Set((attributes.get('rel') ?? '').toLowerCase().split(/\s+/));
  const url = attributes.get('href');
  if (rel.has('stylesheet') || rel.has('icon') || rel.has('modulepreload')) needs.address(url);
  if (rel.has('stylesheet')) needs.origin('style-src', url, fileOf);
  else if (rel.has('icon') || rel.has('apple-touch-icon') || rel.has('mask-icon'))
    needs.origin('img-src', url);
  else if (rel.has('modulepreload')) needs.origin('script-src', url, fileOf);
  else if (rel.has('manifest')) needs.origin('manifest-src', url);
  else if (rel.has('preload')) {
    const directive = {
      script: 'script-src',
      style: 'style-src',
      font: 'font-src',
      image: 'img-src',
      fetch: 'connect-src',
    }[attributes.get('as') ?? ''];
    if (directive)
      needs.origin(
        directive,
        url,
        directive === 'script-src' || directive === 'style-src' ? fileOf : originOf,
      );
  }
}

/** `javascript:`, as browsers read it: with spaces before it and line breaks in it (URL Standard, 4.4). */
const scriptUrl = new RegExp(
  `^[\\0-\\x20]*${[...'javascript'].join('[\\t\\n\\r]*')}[\\t\\n\\r]*:`,
  'i',
);

function handlers(tag: Tag, attributes: Map<string, string>, needs: CspSources): void {
  for (const [name, value] of attributes) {
    if (/^on[a-z]+$/.test(name)) {
      needs.report(
        'inline-handler',
        `\`${name}\` of <${tag.name}> is script in an attribute, which the page’s ` +
          'Content-Security-Policy blocks',
        'move it into a <script> that uses addEventListener',
        `${name}=`,
      );
    } else if (
      ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name) &&
      scriptUrl.test(value)
    ) {
      needs.report(
        'inline-handler',
        `A \`javascript:\` URL of <${tag.name}> is blocked by the page’s Content-Security-Policy`,
        'use a <button> and a <script>',
        'javascript:',
      );
    }
  }
}

const scriptTypes = [
  'module|importmap|speculationrules',
  '(text|application)/(x-)?(java|ecma)script',
  'text/(jscript|livescript|javascript1\\.[0-5])',
];
const scriptType = new RegExp(`^\\s*(${scriptTypes.join('|')})?\\s*$`, 'i');

/**
 * Script to a browser; any other type is data, which no policy concerns. Import maps and
 * speculation rules need a hash as well.
 */
const isScript = (type: string | undefined): boolean => type === undefined || scriptType.test(type);

/** `srcset`: URLs with a width or density behind each. */
function candidates(srcset: string | undefined, needs: CspSources): void {
  for (const [, url] of srcset?.matchAll(/(?:^|,)\s*([^\s,]\S*[^\s,]|[^\s,])/g) ?? [])
    needs.origin('img-src', url);
}

/** Images and fonts that a stylesheet names, and stylesheets it imports. */
function urlsOfStyle(css: string, needs: CspSources): void {
  if (!/url\(|@import/i.test(css)) return;
  for (const [block] of css.matchAll(/@font-face\s*\{[^{}]*\}/gi))
    for (const url of urlsIn(block)) needs.origin('font-src', url);
  for (const [, string, url] of css.matchAll(
    /@import\s+(?:["']([^"']+)["']|url\(\s*["']?([^"')]+))/gi,
  ))
    needs.origin('style-src', string ?? url, fileOf);
  for (const url of urlsIn(css.replace(/@font-face\s*\{[^{}]*\}|@import[^;]*;?/gi, '')))
    needs.origin('img-src', url);
}

const urlsIn = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)/gi)].map(([, url]) => url!.trim());

/** A browser reads line ends as `\n` before it hashes. */
const normal = (text: string): string => text.replace(/\r\n?/g, '\n');
