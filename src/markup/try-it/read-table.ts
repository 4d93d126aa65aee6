/** The values that a table of parameters describes. */
import type { Element } from 'hast';
import type { ValueDetails } from '../../shared/request/try-it.ts';
import { collapse, isElement, textOf } from '../../shared/hast/text.ts';
import { parameterName } from '../tables/parameter-name.ts';
import { tableRows, type TableRow } from '../tables/table-grid.ts';
import { answer } from '../tables/table-words.ts';

export interface TableValue extends ValueDetails {
  name: string;
  /** Undefined: the table does not say. */
  place?: 'path' | 'query' | 'header' | 'cookie' | 'body';
  required?: boolean;
  shape?: 'array' | 'object';
  isFile?: boolean;
  /** It is a field of a form. */
  isForm?: boolean;
}

const places = [
  [/\bheaders?\b/i, 'header'],
  [/\bcookies?\b/i, 'cookie'],
  [/\bquery|\bfilters?\b/i, 'query'],
  [/\b(body|form|json|payload|multipart)\b/i, 'body'],
  [/\bpath\b/i, 'path'],
] as const;

const placeOf = (text: string): TableValue['place'] =>
  places.find(([pattern]) => pattern.test(text))?.[1];

/** @param label what stands above the table: `Query parameters` */
export function readTable(table: Element, label: string): TableValue[] {
  const rows = tableRows(table);
  const headers = rows.find((row) => row.head)?.cells.map((cell) => collapse(textOf(cell))) ?? [];
  const columns = columnsOf(table);
  const location = headers.findIndex((header) =>
    /^(in|location|where|place|position)$/i.test(header),
  );
  const example = headers.findIndex((header) => /^examples?( values?)?$/i.test(header));
  const above = placeOf(label) ?? placeOf(headers[0] ?? '');
  return rows.flatMap((row): TableValue[] => {
    // What lies within an object is typed in the object's own field.
    if (row.head || row.node.properties.dataDepth !== undefined || !row.cells[0]) return [];
    const name = parameterName(row.cells[0])?.name;
    if (!name) return [];
    const cell = (index: number | undefined): Element | undefined =>
      index === undefined || index < 0 ? undefined : row.cells[index];
    const text = (index: number | undefined): string => {
      const found = cell(index);
      return found ? collapse(textOf(found)) : '';
    };
    const place = placeOf(text(location)) ?? above;
    const value = literal(text(columns.get('default')));
    const shown = literal(text(example));
    const isRequired = requiredIn(row, columns);
    const allowed = enumOf(cell(columns.get('description')), cell(columns.get('type')));
    return [
      {
        ...{ name, ...typeOf(text(columns.get('type'))) },
        ...(place && { place }),
        ...(isRequired && { required: true }),
        ...(/\bform\b|multipart/i.test(label) && { isForm: true }),
        ...(allowed && { enum: allowed }),
        ...(value !== '' ? { value } : shown !== '' && isRequired ? { value: shown } : {}),
        ...(shown !== '' && { example: shown }),
      },
    ];
  });
}

/** The places of the known columns, as `tables/parameter-tables.ts` notes them. */
function columnsOf({ properties }: Element): Map<string, number> {
  const noted = String(properties.dataColumns ?? 'type-2 description-3');
  return new Map(
    noted.split(' ').map((one): [string, number] => {
      const [role = '', place] = one.split('-');
      return [role, Number(place) - 1];
    }),
  );
}

function requiredIn({ cells }: TableRow, columns: Map<string, number>): boolean {
  const said = (role: string): boolean | undefined => {
    const cell = cells[columns.get(role) ?? -1];
    if (!cell) return undefined;
    const text = collapse(textOf(cell));
    return answer(text) ?? /^(required|mandatory)\b/i.test(text);
  };
  const optional = said('optional');
  const required = said('required') ?? (optional === undefined ? undefined : !optional);
  const beside = [cells[0], cells[columns.get('type') ?? -1]];
  const told = cells[columns.get('description') ?? -1];
  // “Required if …” is not for every request.
  const always = /^(required|mandatory)\b(?! (if|when|unless|only|for|by|in)\b)/i;
  return (
    required ??
    (beside.some((cell) => cell && /\brequired\b|\*\s*$/i.test(collapse(textOf(cell)))) ||
      (told !== undefined && always.test(collapse(textOf(told)))))
  );
}

/** `10`, `"asc"`, `none` */
const literal = (text: string): string =>
  /^(-|–|—|none|n\/a|null|undefined|no default)?$/i.test(text)
    ? ''
    : text.replace(/^(["'`“])(.*)["'`”]$/s, '$2');

type Type = Pick<TableValue, 'kind' | 'shape' | 'isFile' | 'format'>;

const types: [RegExp, Type][] = [
  [/\b(file|binary)\b/i, { isFile: true }],
  [/array|list\b|\[\]/i, { kind: 'array', shape: 'array' }],
  [/object|\bjson|\bmap\b|hash|dict/i, { kind: 'object', shape: 'object' }],
  [/\b(u?int\w*|long|timestamp)/i, { kind: 'integer' }],
  [/\b(num\w*|float|double|decimal)/i, { kind: 'number' }],
  [/\bbool/i, { kind: 'boolean' }],
  [/\bemail/i, { format: 'email' }],
];

const typeOf = (text: string): Type => types.find(([pattern]) => pattern.test(text))?.[1] ?? {};

/** Values of which one is to be chosen, where the author says that there are no others. */
function enumOf(...cells: (Element | undefined)[]): string[] | undefined {
  for (const cell of cells) {
    if (!cell || !/\b(one of|allowed values|possible values|enum)\b/i.test(textOf(cell))) continue;
    const values = codesIn(cell).map(literal);
    if (values.length > 1) return [...new Set(values)];
  }
  return undefined;
}

const codesIn = (node: Element): string[] =>
  node.children.flatMap((child) =>
    isElement(child, 'code') ? [collapse(textOf(child))] : isElement(child) ? codesIn(child) : [],
  );
