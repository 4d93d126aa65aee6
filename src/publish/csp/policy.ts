/**
 * A page's Content-Security-Policy, from what the page holds: nothing is allowed that is not there.
 * What an author wrote into the page (inline scripts and styles, frames, remote images) is allowed
 * by its digest or origin; what no policy can allow without opening it to everything (inline
 * handlers) is reported.
 */
import { createHash } from 'node:crypto';
import { escapeAttribute } from '../../shared/html.ts';
import { CspSources, cspSources, type PolicyFinding } from './csp-sources.ts';
import { escapeAngles } from './scan-html.ts';

export interface Policy {
  /**
   * Ready for `<meta http-equiv="Content-Security-Policy" content="…">`, not yet escaped for HTML.
   */
  policy: string;
  findings: PolicyFinding[];
  /** Directive → origins that the page's own content made necessary: for the summary. */
  origins: Map<string, string[]>;
  /** Addresses of the site's own that its scripts, styles and icons have. */
  addresses: ReadonlySet<string>;
  /** A tag holds `<` or `>` among its attributes. */
  hasAngles: boolean;
}

/**
 * What every page needs: its own files, Pagefind's WebAssembly and worker, `data:` images of
 * stylesheets.
 */
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

const directives = new Set([
  ...Object.keys(basis),
  'frame-src',
  'media-src',
  'object-src',
  'child-src',
  'script-src-elem',
  'script-src-attr',
  'style-src-elem',
  'style-src-attr',
  'upgrade-insecure-requests',
]);

/**
 * @param html the final page, as it is written
 * @param extra the owner's additions (`csp` in front matter): directive → sources
 * @param servers URLs that the page's own forms send requests to
 */
export function contentSecurityPolicy(
  html: string,
  extra: Record<string, string[]>,
  servers: readonly string[] = [],
): Policy {
  const needs = new CspSources();
  for (const server of servers) needs.origin('connect-src', server);
  cspSources(html, needs, 0);
  const sources = new Map(Object.entries(basis).map(([name, list]) => [name, new Set(list)]));
  const add = (directive: string, list: Iterable<string>) => {
    for (const source of list)
      sources.get(directive)?.add(source) ?? sources.set(directive, new Set([source]));
  };
  add('script-src', [...needs.scripts].map(digest));
  if (needs.attributes.size) add('style-src', ["'unsafe-hashes'"]);
  add('style-src', [...needs.styles, ...needs.attributes].map(digest));
  for (const [directive, origins] of needs.origins) add(directive, origins);
  for (const [name, list] of Object.entries(extra)) {
    const directive = name.trim().toLowerCase();
    if (!directives.has(directive))
      needs.report(
        'csp-source',
        `\`csp\` names “${name}”, which is not a directive that a page can set`,
        `use one of ${[...directives].join(', ')}`,
        name,
        { ofSite: true },
      );
    else
      for (const source of list) {
        // A semicolon or comma would begin a directive or a policy of its own.
        if (/^[\x21-\x7e]+$/.test(source) && !/[;,"]/.test(source)) add(directive, [source]);
        else
          needs.report(
            'csp-source',
            `\`csp\` lists “${source}” under ${directive}, which is not a source`,
            'write one origin for each list item, such as https://cdn.example.com',
            source,
            { ofSite: true },
          );
      }
  }
  const policy = [...sources].map(([directive, all]) => {
    const list = inlineAllowed(all);
    // `'none'` beside others would be ignored, with a warning in the browser's console.
    const kept = list.size > 1 ? [...list].filter((source) => source !== "'none'") : [...list];
    return `${directive} ${kept.join(' ')}`.trim();
  });
  return {
    policy: policy.join('; '),
    findings: [...needs.findings.values()],
    origins: new Map([...needs.origins].map(([name, set]) => [name, [...set]])),
    addresses: needs.addresses,
    hasAngles: needs.hasAngles,
  };
}

/**
 * @param laidOut a page with the mark, once, where its policy belongs: the value of an attribute
 * @param mark undefined for a page without a policy
 * @returns the page with its policy, and without `<` and `>` in attributes (`escapeAngles`)
 * @throws where the layout left no such place: a page without a policy is no page
 */
export function withPolicy(
  laidOut: string,
  mark: string | undefined,
  extra: Record<string, string[]>,
  servers?: readonly string[],
): Policy & { html: string } {
  const policy = contentSecurityPolicy(laidOut, extra, servers);
  const html = policy.hasAngles ? escapeAngles(laidOut) : laidOut;
  if (mark === undefined) return { ...policy, html };
  const at = html.indexOf(mark);
  if (at < 0 || html.includes(mark, at + 1))
    throw new Error('the layout has no place, or more than one, for the page’s policy');
  const content = escapeAttribute(policy.policy);
  return { ...policy, html: html.slice(0, at) + content + html.slice(at + mark.length) };
}

/** Beside a digest browsers ignore `'unsafe-inline'`: where the owner asks for it, digests go. */
const inlineAllowed = (list: Set<string>): Set<string> =>
  list.has("'unsafe-inline'")
    ? new Set([...list].filter((source) => !/^'(sha\d+-|unsafe-hashes)/.test(source)))
    : list;

const digest = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
