/** What bounds a value: its range, length, count, pattern. */
import type { Schema } from '../../schema-model.ts';
import { valueText } from '../../schema/enums.ts';
import { type Content, code, codes } from '../hast.ts';

const rangeWords: [least: string, most: string, unit: string][] = [
  ['minLength', 'maxLength', 'character'],
  ['minItems', 'maxItems', 'item'],
  ['minContains', 'maxContains', 'matching item'],
  ['minProperties', 'maxProperties', 'key'],
];

export function bounds(schema: Schema): Content[][] {
  const given = new Map<string, unknown>(schema.constraints);
  const pieces: Content[][] = [];
  const range = numberRange(given);
  if (range) pieces.push([range]);
  for (const [least, most, unit] of rangeWords) {
    const text = countRange(given.get(least), given.get(most), unit);
    if (text) pieces.push([text]);
  }
  if (given.has('multipleOf')) pieces.push([`a multiple of ${valueText(given.get('multipleOf'))}`]);
  if (given.get('uniqueItems') === true) pieces.push(['no item twice']);
  if (given.has('pattern')) pieces.push(['pattern ', code(valueText(given.get('pattern')))]);
  if (given.has('contentMediaType'))
    pieces.push(['holds ', code(valueText(given.get('contentMediaType')))]);
  if (given.has('dependentRequired')) pieces.push(...dependent(given.get('dependentRequired')));
  return pieces;
}

/** 3.0 says by a boolean that a bound is excluded, 3.1 by the bound itself. */
function numberRange(given: Map<string, unknown>): string {
  const bound = (
    word: string,
    exclusive: string,
  ): { value: unknown; isOpen: boolean } | undefined => {
    const other = given.get(exclusive);
    if (typeof other === 'number') return { value: other, isOpen: true };
    return given.has(word) ? { value: given.get(word), isOpen: other === true } : undefined;
  };
  const least = bound('minimum', 'exclusiveMinimum');
  const most = bound('maximum', 'exclusiveMaximum');
  if (least && most && !least.isOpen && !most.isOpen)
    return `${valueText(least.value)} to ${valueText(most.value)}`;
  const words = [
    least && `${least.isOpen ? 'more than' : 'at least'} ${valueText(least.value)}`,
    most && `${most.isOpen ? 'less than' : 'at most'} ${valueText(most.value)}`,
  ];
  return words.filter(Boolean).join(', ');
}

function countRange(least: unknown, most: unknown, unit: string): string {
  const units = (count: unknown): string => `${valueText(count)} ${unit}${count === 1 ? '' : 's'}`;
  if (least !== undefined && least === most) return `exactly ${units(least)}`;
  if (least !== undefined && most !== undefined) return `${valueText(least)} to ${units(most)}`;
  if (least !== undefined) return `at least ${units(least)}`;
  return most === undefined ? '' : `at most ${units(most)}`;
}

function dependent(value: unknown): Content[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, needed]): Content[] => [
    code(name),
    ' needs ',
    ...codes([needed].flat().map(valueText), ', '),
  ]);
}
