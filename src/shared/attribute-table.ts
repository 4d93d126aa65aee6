/**
 * Attributes as the table that the pipeline makes their list of: of `<Attributes>`, and of a
 * description's schemas. Sets within sets are rows with dotted names.
 */
import type { Element, ElementContent } from 'hast';
import { element } from './hast-element.ts';

export interface AttributeRow {
  /** Its own name; the names of what holds it stand before it in the row. */
  name: string;
  type?: readonly (ElementContent | string)[];
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
export interface AttributeWords {
  attribute: string;
  type: string;
  required: string;
  default: string;
  description: string;
  yes: string;
  one_of: string;
  read_only: string;
  write_only: string;
  deprecated: string;
  beta: string;
}

export const englishWords: AttributeWords = {
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

type Column = 'name' | 'type' | 'required' | 'default' | 'description';

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
  const columns = (['name', 'type', 'required', 'default', 'description'] as const).filter(
    (column) => column === 'name' || all.some((row) => has(row, column)),
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
          columns.map((column) => cell(row, column, words)),
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

function has(row: AttributeRow, column: Column): boolean {
  switch (column) {
    case 'name':
      return true;
    case 'type':
      return Boolean(row.type?.length ?? row.readOnly ?? row.writeOnly ?? row.deprecated);
    case 'required':
      return row.required === true;
    case 'default':
      return row.default !== undefined;
    case 'description':
      return row.description.length > 0 || Boolean(row.enum?.length);
  }
}

function cell(row: AttributeRow, column: Column, words: AttributeWords): Element {
  switch (column) {
    case 'name':
      return element('td', {}, [element('code', {}, [row.name])]);
    case 'type':
      return element('td', {}, typeOf(row, words));
    case 'required':
      return element('td', {}, row.required ? [words.yes] : []);
    case 'default':
      return element(
        'td',
        {},
        row.default === undefined ? [] : [element('code', {}, [row.default])],
      );
    case 'description':
      return element('td', {}, [...row.description, ...valuesOf(row, words)]);
  }
}

/** `string, read-only`; that it is deprecated stands apart. */
function typeOf(row: AttributeRow, words: AttributeWords): (ElementContent | string)[] {
  const parts: (ElementContent | string)[][] = [
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
  const values = row.enum.flatMap((value, index): (ElementContent | string)[] => [
    ...(index ? [', '] : []),
    element('code', {}, [value]),
  ]);
  return [element('p', {}, [`${words.one_of}: `, ...values])];
}
