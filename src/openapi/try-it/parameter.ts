/** A parameter of a description as a field of "try it". */
import type { ParameterStyle } from '../../shared/request/parameter.ts';
import type { TryItParameter } from '../../shared/request/try-it.ts';
import type { Parameter } from '../model.ts';
import { detailsOf, kindOf } from './details.ts';

const styles = new Set<string>([
  ...['simple', 'label', 'matrix', 'form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
]);

/** What other parts of a description say (OpenAPI 3, "Parameter Object"). */
const elsewhere = /^(accept|content-type|authorization)$/i;

/** @returns undefined for what is no parameter of its own */
export function parameterOf(parameter: Parameter): TryItParameter | undefined {
  const { name, in: place, required, schema, media, style = '', explode } = parameter;
  if (place === 'querystring' || (place === 'header' && elsewhere.test(name))) return undefined;
  const [content] = media;
  const described = schema ?? content?.schema;
  const given = [...parameter.examples, ...(content?.examples ?? [])].find(
    ({ value }) => value !== undefined,
  )?.value;
  const details = detailsOf(described, given);
  // What is sent as JSON is one text.
  const kind = content ? 'object' : details.kind;
  const shape = content || !described ? undefined : shapeOf(kindOf(described));
  return {
    ...details,
    ...(kind && { kind }),
    ...{ in: place, name },
    ...(shape && { shape }),
    ...(styles.has(style) && { style: style as ParameterStyle }),
    ...(explode !== undefined && { explode }),
    ...(parameter.allowReserved && { allowReserved: true }),
    ...((required || place === 'path') && { required: true }),
  };
}

export const shapeOf = (kind: string | undefined): 'array' | 'object' | undefined =>
  kind === 'array' || kind === 'object' ? kind : undefined;
