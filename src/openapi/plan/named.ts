/** Parts of a description by what an author calls them. */
import type { Api, NamedSchema, Operation } from '../model.ts';
import type { Chapter } from './chapters.ts';

/** What stands in hand-written text. */
export type Part =
  | { kind: 'operation'; value: Operation }
  | { kind: 'schema'; value: NamedSchema }
  | { kind: 'tag'; value: Chapter };

/**
 * By its operationId, its id in links, `METHOD /path`; of a webhook its name.
 * @param api whose sections have their ids
 */
export const operationCalled = (api: Api, name: string): Operation | undefined => {
  const wanted = name.trim();
  const all = [...api.operations, ...api.webhooks];
  return (
    all.find(({ operationId, id }) => operationId === wanted || id === wanted) ??
    all.find((one) => one.name === wanted || `${one.method} ${one.path}` === wanted)
  );
};

/** By its name, as it is written or shown, or its id. */
export const chapterCalled = (chapters: readonly Chapter[], name: string): Chapter | undefined =>
  chapters.find(({ tag }) => tag?.name === name) ??
  chapters.find(({ id, title }) => id === name || title === name);

/** Names that operations are known by, for “did you mean”. */
export const operationNames = ({ operations, webhooks }: Api): string[] =>
  [...operations, ...webhooks].map((one) => one.operationId ?? one.name ?? one.id);
