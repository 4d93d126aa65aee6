/**
 * Types of front matter's values, in zod. Scalars arrive as written (`1.10` stays `1.10`); numbers
 * and booleans pass as well.
 */
import { z } from 'astro/zod';
import type { Kind } from '../../diagnostics/kinds.ts';
import { nearest } from '../../shared/nearest.ts';

/**
 * Why a value does not fit. `{key}` stands for the key's whole name (`theme.code`), `{map}` for its
 * mapping's.
 */
export interface Complaint {
  kind?: Kind;
  /** Completes “`key` takes …, not …”. */
  expected?: string;
  /** Where that form does not do. */
  message?: string;
  hint: string;
  /** Not about its value. */
  ofKey?: boolean;
}

type Context = Pick<z.RefinementCtx, 'addIssue'>;
type Scalar = string | number | boolean;
export type Mapping = Record<string, unknown>;

export const isScalar = (value: unknown): value is Scalar =>
  ['string', 'number', 'boolean'].includes(typeof value);
export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (isScalar(value) ? String(value).trim() : '');

/** Adds an issue. @param path below the value that is read */
export function refuse(ctx: Context, complaint: Complaint, path: (string | number)[] = []): never {
  ctx.addIssue({ code: 'custom', path, params: complaint });
  return z.NEVER;
}

/**
 * @param expected completes “`key` takes …”, and is the type in the table of keys
 * @param read undefined: does not fit
 */
export const type = <T>(
  expected: string,
  hint: string | ((written: string) => string),
  read: (value: unknown) => T | undefined,
) =>
  z
    .transform((value: unknown, ctx): T => {
      const fitting = read(value);
      if (fitting !== undefined) return fitting;
      return refuse(ctx, { expected, hint: typeof hint === 'string' ? hint : hint(textOf(value)) });
    })
    .meta({ expected });

export const text = (example: string) =>
  type('text', `write \`{key}: ${example}\``, (value) =>
    isScalar(value) ? textOf(value) : undefined,
  );

/** By what is written. (A union would complain of all where none fits.) */
export const choose = <T>(typeOf: (value: unknown) => z.ZodType<T>) =>
  z.transform((value: unknown, ctx): T => {
    const read = typeOf(value).safeParse(value, { reportInput: true });
    for (const issue of read.error?.issues ?? [])
      ctx.addIssue({ ...issue } as Parameters<typeof ctx.addIssue>[0]);
    return read.success ? read.data : z.NEVER;
  });

export const textOr = <T>(other: z.ZodType<T>) => {
  const scalar = text('');
  return choose<string | T>((value) => (isScalar(value) ? scalar : other));
};

export const textLike = (expected: string, example: string, fits: (text: string) => boolean) =>
  type(expected, `write \`{key}: ${example}\``, (value) =>
    fits(textOf(value)) ? textOf(value) : undefined,
  );

/** YAML 1.1's words too, which Slate took. */
export const boolean = type(
  'true or false',
  'write `{key}: true` or `{key}: false`',
  (value): boolean | undefined => {
    const word = textOf(value).toLowerCase();
    return /^(true|yes|on|y)$/.test(word) || (/^(false|no|off|n)$/.test(word) ? false : undefined);
  },
);

/** Both bounds taken. */
export const integer = (least: number, most: number) =>
  type(`a number from ${least} to ${most}`, `write \`{key}: ${least}\``, (value) => {
    const number = /^\d+$/.test(textOf(value)) ? Number(textOf(value)) : NaN;
    return number >= least && number <= most ? number : undefined;
  });

export const oneOf = <W extends string>(...words: W[]) =>
  type(
    words.map((word) => `\`${word}\``).join(' or '),
    (written) => `write \`{key}: ${nearest(written.toLowerCase(), words) ?? words[0]}\``,
    (value) => words.find((word) => word === textOf(value).toLowerCase()),
  );

/** Empty items are left out. A single value counts as a list of one; a mapping does not. */
export const listOf = <T>(item: z.ZodType<T>, expected: string, example: string) =>
  z
    .transform((value: unknown, ctx): unknown[] =>
      isMapping(value)
        ? refuse(ctx, { expected, hint: `write it as a list: \`- ${example}\`` })
        : [value].flat(),
    )
    .pipe(z.array(item.nullish()))
    .transform(
      (items) => items.filter((item) => item !== undefined && item !== null) as NonNullable<T>[],
    )
    .meta({ expected });

export const texts = (expected: string, example: string) =>
  listOf(
    type(expected, `write \`- ${example}\``, (value) =>
      isScalar(value) ? textOf(value) : undefined,
    ),
    expected,
    example,
  )
    .transform((items) => items.filter(Boolean))
    .meta({ expected });

/** Of HTML, half holds a colon that makes YAML see a mapping. */
export const textsOfAny = (expected: string, example: string) =>
  listOf(
    z.transform((value: unknown) =>
      isMapping(value)
        ? Object.entries(value)
            .map(([key, part]) => `${key}: ${textOf(part)}`)
            .join('\n')
        : textOf(value),
    ),
    expected,
    example,
  );

/** Or a path of the site. No script. */
export const url = textLike('a URL', 'https://example.com', (text) =>
  /^(?:https?:\/\/|mailto:|[./#?])/i.test(text),
);

export const mapOf = <T>(value: z.ZodType<T>, expected: string, example: string) =>
  z
    .transform(
      (written: unknown, ctx): Mapping =>
        isMapping(written)
          ? written
          : refuse(ctx, { expected, hint: `write \`{key}: ${example}\`` }),
    )
    .pipe(z.record(z.string(), value))
    .meta({ expected });

export const textMap = (expected: string, example: string) =>
  mapOf(
    type('text', 'put the text in quotes', (value) =>
      isScalar(value) ? String(value) : value === null ? '' : undefined,
    ),
    expected,
    example,
  );

/**
 * Known keys, each of which may be left out; others are told.
 * @param others completes “`key` takes these keys: …” where no known key is near
 */
export const mapWith = <S extends z.ZodRawShape>(
  keys: S,
  expected: string,
  example: string,
  others = '',
) =>
  z
    .transform((written: unknown, ctx): Mapping => {
      if (!isMapping(written))
        return refuse(ctx, { expected, hint: `write \`{key}: ${example}\`` });
      const known = Object.keys(keys);
      for (const name of Object.keys(written).filter((name) => !known.includes(name))) {
        const meant = nearest(name, known);
        const hint = meant
          ? `if \`{map}.${meant}\` is meant, write \`{map}.${meant}\``
          : `\`{map}\` takes ${known.join(', ')}${others}`;
        refuse(ctx, { ...unknownKey, hint, ofKey: true }, [name]);
      }
      return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null));
    })
    .pipe(z.object(keys).partial())
    .meta({ expected });

const unknownKey = { kind: 'front-matter-key', message: 'there is no key `{key}`' } as const;
