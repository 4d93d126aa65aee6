/**
 * Attributes as the table that the pipeline makes their list of: of `<Attributes>`, and of a
 * description's schemas. Sets within sets are rows with dotted names.
 */
import type { Element, ElementContent } from 'hast';
import { element } from './hast/element.ts';

export interface AttributeRow {
  /** Its own name; the names of what holds it stand before it in the row. */
  name: string;
  type?: Readonly<Content>;
  required?: boolean;
  /** As written. */
  default?: string;
  /** The values that are allowed. */
  enum?: readonly string[];
  deprecated?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  /** Any blocks. */
  description: readonly ElementContent[];
  /** What lies within it. */
  rows: readonly AttributeRow[];
  /** What the row's id ends with, where that is not its name. */
  id?: string;
  /** The author's line. */
  line?: number;
}

/** The words of the table, in the language of its document. */
export const englishWords = {
  attribute: 'Attribute',
  type: 'Type',
  required: 'Required',
  default: 'Default',
  description: 'Description',
  yes: 'yes',
  one_of: 'One of',
  read_only: 'read-only',
  write_only: 'write-only',
  deprecated: 'Deprecated',
  beta: 'Beta',
};
export type AttributeWords = Record<keyof typeof englishWords, string>;

type Content = (ElementContent | string)[];
const code = (text: string): Element => element('code', {}, [text]);

const contents = {
  name: ({ name }: AttributeRow, _: AttributeWords): Content => [code(name)],
  type: typeOf,
  required: ({ required }: AttributeRow, { yes }: AttributeWords): Content =>
    required ? [yes] : [],
  default: (row: AttributeRow, _: AttributeWords): Content =>
    row.default === undefined ? [] : [code(row.default)],
  description: (row: AttributeRow, words: AttributeWords): Content => [
    ...row.description,
    ...valuesOf(row, words),
  ],
};
type Column = keyof typeof contents;

/**
 * @returns `<table data-roles="name type required description">`: the roles are for
 *   `markup/tables/parameter-tables.ts`, which need not guess them by the headers. A row may bear
 *   `dataName` (its id) and `dataLine`. A column that no row has something in is left out.
 */
export function attributeTable(
  rows: readonly AttributeRow[],
  words: AttributeWords = englishWords,
): Element {
  const all = flat(rows, '');
  const columns = (Object.keys(contents) as Column[]).filter(
    (column) => column === 'name' || all.some((row) => contents[column](row, words).length > 0),
  );
  // A parameter table needs a second column.
  if (columns.length < 2) columns.push('description');
  const heads = columns.map((column) =>
    element('th', {}, [column === 'name' ? words.attribute : words[column]]),
  );
  return element('table', { dataRoles: columns.join(' ') }, [
    element('thead', {}, [element('tr', {}, heads)]),
    element(
      'tbody',
      {},
      all.map((row) =>
        element(
          'tr',
          {
            ...(row.id !== undefined && { dataName: row.id }),
            ...(row.line !== undefined && { dataLine: String(row.line) }),
          },
          columns.map((column) => element('td', {}, contents[column](row, words))),
        ),
      ),
    ),
  ]);
}

/** Rows with those within them after each, in reading order, under their whole names. */
function flat(rows: readonly AttributeRow[], above: string): AttributeRow[] {
  return rows.flatMap((row) => {
    const name = row.name.startsWith(above) ? row.name : above + row.name;
    return [{ ...row, name }, ...flat(row.rows, `${name}.`)];
  });
}

function typeOf(row: AttributeRow, words: AttributeWords): Content {
  const parts: Content[] = [
    row.type?.length ? [...row.type] : [],
    row.readOnly ? [words.read_only] : [],
    row.writeOnly ? [words.write_only] : [],
    row.deprecated ? [element('span', { className: ['deprecated'] }, [words.deprecated])] : [],
  ].filter((part) => part.length > 0);
  return parts.flatMap((part, index) => (index ? [', ', ...part] : part));
}

/** `One of: a, b`. */
function valuesOf(row: AttributeRow, words: AttributeWords): Element[] {
  if (!row.enum?.length) return [];
  const values = row.enum.flatMap(
    (value, index): Content => (index ? [', ', code(value)] : [code(value)]),
  );
  return [element('p', {}, [`${words.one_of}: `, ...values])];
}
