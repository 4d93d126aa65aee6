/**
 * The types of front matter's values, in zod. Scalars arrive as they are written (`1.10` stays `1.10`),
 * so numbers and words such as `yes` are read here; real numbers and booleans pass as well.
 */
import { z } from 'astro/zod';
import type { Kind } from '../../diagnostics/kinds.ts';
import { nearest } from '../../shared/nearest.ts';

/**
 * Why a value does not fit, for the finding. `{key}` stands for the key's name as messages give it
 * (`theme.code`), `{map}` for that of the mapping it is in.
 */
export interface Complaint {
  kind?: Kind;
  /** Completes “`key` takes …, not …”. */
  expected?: string;
  /** The whole message, where that form does not do. */
  message?: string;
  hint: string;
  /** The finding is about the key, not about its value. */
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

/** Adds an issue to what zod found. @param path below the value that is read */
export function refuse(ctx: Context, complaint: Complaint, path: (string | number)[] = []): never {
  ctx.addIssue({ code: 'custom', path, params: complaint });
  return z.NEVER;
}

/**
 * A type of its own.
 * @param expected completes “`key` takes …”, and is the type in the table of keys
 * @param read answers undefined for what does not fit
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

/** One of several types, by what is written. (A union would complain of all where none fits.) */
export const choose = <T>(typeOf: (value: unknown) => z.ZodType<T>) =>
  z.transform((value: unknown, ctx): T => {
    const read = typeOf(value).safeParse(value, { reportInput: true });
    for (const issue of read.error?.issues ?? [])
      ctx.addIssue({ ...issue } as Parameters<typeof ctx.addIssue>[0]);
    return read.success ? read.data : z.NEVER;
  });

/** Text, or what another type reads. */
export const textOr = <T>(other: z.ZodType<T>) => {
  const scalar = text('');
  return choose<string | T>((value) => (isScalar(value) ? scalar : other));
};

/** Text that fits a grammar. */
export const textLike = (expected: string, example: string, fits: (text: string) => boolean) =>
  type(expected, `write \`{key}: ${example}\``, (value) =>
    fits(textOf(value)) ? textOf(value) : undefined,
  );

/** True or false; YAML 1.1's words for them too, which Slate took. */
export const boolean = type(
  'true or false',
  'write `{key}: true` or `{key}: false`',
  (value): boolean | undefined => {
    const word = textOf(value).toLowerCase();
    return /^(true|yes|on|y)$/.test(word) || (/^(false|no|off|n)$/.test(word) ? false : undefined);
  },
);

/** A whole number between two, both taken. */
export const integer = (least: number, most: number) =>
  type(`a number from ${least} to ${most}`, `write \`{key}: ${least}\``, (value) => {
    const number = /^\d+$/.test(textOf(value)) ? Number(textOf(value)) : NaN;
    return number >= least && number <= most ? number : undefined;
  });

/** One of some words. */
export const oneOf = <W extends string>(...words: W[]) =>
  type(
    words.map((word) => `\`${word}\``).join(' or '),
    (written) => `write \`{key}: ${nearest(written.toLowerCase(), words) ?? words[0]}\``,
    (value) => words.find((word) => word === textOf(value).toLowerCase()),
  );

/** What generators write for an empty list. */
export const isNone = (value: unknown): boolean =>
  isScalar(value) && textOf(value).toLowerCase() === 'false';

/**
 * A list, empty items left out. A single value counts as a list of one; a mapping does not, and
 * `false` is an empty list, as for Slate.
 */
export const listOf = <T>(item: z.ZodType<T>, expected: string, example: string) =>
  z
    .transform((value: unknown, ctx): unknown[] =>
      isMapping(value)
        ? refuse(ctx, { expected, hint: `write it as a list: \`- ${example}\`` })
        : isNone(value)
          ? []
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

/**
 * A list of texts, whatever they hold: of HTML, half holds a colon that makes YAML see a mapping.
 */
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

/** A web address, or a path of the site. No script. */
export const url = textLike('a URL', 'https://example.com', (text) =>
  /^(?:https?:\/\/|mailto:|[./#?])/i.test(text),
);

/** A mapping. @param value the type of every value in it */
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

/** A mapping of texts to texts. */
export const textMap = (expected: string, example: string) =>
  mapOf(
    type('text', 'put the text in quotes', (value) =>
      isScalar(value) ? String(value) : value === null ? '' : undefined,
    ),
    expected,
    example,
  );

/**
 * A mapping of known keys, each of which may be left out. Other keys are told, and left out.
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
