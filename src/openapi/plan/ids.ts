/**
 * Ids of sections: `operationId` verbatim, `tag-SLUG`, `schema-NAME`, `webhook-NAME`, each once.
 */
import type { Api, Operation } from '../model.ts';

/**
 * Lower case, with `-` for what is neither letter nor digit, in any script; what is left of nothing
 * is nothing.
 */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** An id may hold anything but white space. */
const solid = (text: string): string => text.trim().replace(/\s+/g, '-');

export class SectionIds {
  readonly #taken = new Set<string>();

  give(wanted: string): string {
    const stem = wanted || 'section';
    let id = stem;
    for (let count = 2; this.#taken.has(id); count++) id = `${stem}-${count}`;
    this.#taken.add(id);
    return id;
  }
}

const wantedId = (operation: Operation): string => {
  if (operation.kind === 'webhook') return `webhook-${solid(operation.name ?? '')}`;
  if (operation.operationId) return solid(operation.operationId);
  return (
    slugOf(`${operation.method}-${operation.path.replace(/[{}]/g, '')}`) ||
    operation.method.toLowerCase()
  );
};

/**
 * Gives operations, webhooks and schemas of an API their ids, in place. Operation ids come first,
 * so that they stay as they are.
 */
export function giveIds(api: Api, ids: SectionIds): void {
  for (const isNamed of [true, false])
    for (const operation of api.operations)
      if ((operation.operationId !== undefined) === isNamed)
        operation.id = ids.give(wantedId(operation));
  const webhooks = new Set<string>();
  for (const webhook of api.webhooks) {
    // A webhook's second method stands within its section.
    const isFirst = !webhooks.has(webhook.name!);
    webhooks.add(webhook.name!);
    webhook.id = ids.give(
      isFirst ? wantedId(webhook) : `${wantedId(webhook)}-${webhook.method.toLowerCase()}`,
    );
  }
  for (const schema of api.schemas) schema.id = ids.give(`schema-${solid(schema.name)}`);
}
