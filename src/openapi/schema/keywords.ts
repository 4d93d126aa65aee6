/** JSON Schema's words, sorted by what they mean for a reader. */

/** Hold one schema. */
export const SCHEMA_WORDS = [
  'items',
  'additionalProperties',
  'additionalItems',
  'unevaluatedProperties',
  'unevaluatedItems',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'contentSchema',
] as const;

/** Hold a list of schemas. */
export const LIST_WORDS = ['allOf', 'oneOf', 'anyOf', 'prefixItems'] as const;

/** Hold schemas by name. */
export const MAP_WORDS = [
  'properties',
  'patternProperties',
  'dependentSchemas',
  'definitions',
  '$defs',
] as const;

/** Bounds of a value, in the order in which they are told. */
export const CONSTRAINT_WORDS = [
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'contentMediaType',
  'contentEncoding',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'collectionFormat',
] as const;

/**
 * Say something about a schema, but change nothing of what is valid: beside a `$ref` it stays that
 * schema.
 */
export const ANNOTATIONS = new Set([
  'title',
  'description',
  'summary',
  'default',
  'example',
  'examples',
  'deprecated',
  'nullable',
  'readOnly',
  'writeOnly',
  'externalDocs',
  'xml',
  '$comment',
  '$ref',
  '$dynamicRef',
]);

export const isAnnotation = (keyword: string): boolean =>
  ANNOTATIONS.has(keyword) || keyword.startsWith('x-');
