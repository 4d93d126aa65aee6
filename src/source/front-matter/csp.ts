/** The `csp` key: sources of a Content Security Policy, by directive. */
import { z } from 'astro/zod';
import { nearest } from '../../shared/nearest.ts';
import { choose, mapOf, refuse, texts } from './value-types.ts';

/** Directives of CSP Level 3 that take sources; what else is written could open the policy. */
const directives = (
  'child-src connect-src default-src font-src form-action frame-src img-src manifest-src ' +
  'media-src object-src script-src script-src-attr script-src-elem style-src style-src-attr ' +
  'style-src-elem worker-src'
).split(' ');

const expected = 'a map of directives to lists of origins, or false';

const directiveOf = (name: string): string => name.trim().toLowerCase();

const origins = texts('a list of origins', 'https://example.com').transform((written, ctx) => {
  const sources = written.flatMap((source) => source.split(/\s+/));
  if (!sources.some((source) => /[;,"<>]/.test(source))) return sources;
  const expected = 'origins such as `https://example.com`';
  return refuse(ctx, { expected, hint: 'write one origin an item' });
});

const policy = mapOf(z.unknown(), expected, '{connect-src: [https://stats.example.com]}')
  .transform((written, ctx) => {
    for (const name of Object.keys(written)) {
      if (directives.includes(directiveOf(name))) continue;
      const message = `\`${name}\` is not a directive that takes origins`;
      const meant = nearest(directiveOf(name), directives) ?? 'script-src';
      refuse(ctx, { message, hint: `write \`${meant}\`` }, [name]);
    }
    return written;
  })
  .pipe(z.record(z.string(), origins))
  .transform((policy) =>
    Object.fromEntries(Object.entries(policy).map(([name, of]) => [directiveOf(name), of])),
  );

const none = z.transform(() => false as const);

/** False for no policy at all, which is told. */
export const cspSources = choose<Record<string, string[]> | false>((value) =>
  String(value) === 'false' ? none : policy,
).meta({ expected });
