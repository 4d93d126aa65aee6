/** What the corpus talks about. */
import type { Random } from './random.ts';

export const resources = [
  'coupon',
  'customer',
  'order',
  'refund',
  'product',
  'variation',
  'attribute',
  'category',
  'shipping class',
  'review',
  'report',
  'tax rate',
  'webhook',
  'payment gateway',
  'shipping zone',
  'setting',
  'invoice',
  'subscription',
  'warehouse',
  'supplier',
  'price list',
  'gift card',
  'return',
  'store',
] as const;

/** Method, verb, whether of one. */
export const actions = [
  ['GET', 'List', false],
  ['POST', 'Create', false],
  ['GET', 'Retrieve', true],
  ['PUT', 'Update', true],
  ['DELETE', 'Delete', true],
  ['POST', 'Archive', true],
  ['POST', 'Restore', true],
  ['GET', 'Export', false],
] as const;

export const fields = [
  'id',
  'code',
  'amount',
  'currency',
  'status',
  'created_at',
  'updated_at',
  'description',
  'quantity',
  'total',
  'discount',
  'email',
  'first_name',
  'last_name',
  'company',
  'address',
  'postcode',
  'country',
  'phone',
  'weight',
  'sku',
  'barcode',
  'in_stock',
  'tax_class',
  'parent_id',
  'metadata',
  'notes',
  'expires_at',
  'limit_usage',
  'minimum',
] as const;

export const types = [
  'integer',
  'string',
  'boolean',
  'number',
  'array',
  'object',
  'date-time',
] as const;

const nouns = [
  'request',
  'account',
  'answer',
  'value',
  'total',
  'currency',
  'field',
  'record',
  'page',
  'limit',
  'token',
  'resource',
  'filter',
  'order',
  'time zone',
  'identifier',
  'attempt',
  'key',
  'owner',
  'change',
];
const verbs = [
  'returns',
  'requires',
  'replaces',
  'keeps',
  'changes',
  'ignores',
  'lists',
  'validates',
  'includes',
  'rounds',
  'converts',
  'follows',
  'limits',
  'records',
];
const rests = [
  'as it was sent',
  'in the currency of the store',
  'unless another is given',
  'in the order in which they were created',
  'once a day',
  'only for administrators',
  'and answers with an error otherwise',
  'for the whole account',
  'before taxes',
  'without regard to case',
  'up to a hundred at a time',
  'when it is empty',
];

/** A sentence that says little and looks like documentation. */
export function sentence(random: Random): string {
  const mark = random.next();
  const noun =
    mark < 0.2
      ? `\`${random.pick(fields)}\``
      : mark < 0.3
        ? `**${random.pick(nouns)}**`
        : random.pick(nouns);
  return `The ${noun} ${random.pick(verbs)} the ${random.pick(nouns)} ${random.pick(rests)}.`;
}

export function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(' ');
}

/** A sentence's time, as JSON has it. */
export const moment = (random: Random): string =>
  `20${random.between(15, 26)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}T${String(random.between(0, 23)).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}Z`;
