/** What a chapter is made in: the smallest parts that depend on no other part's text. */
import type { NamedSchema, Operation } from '../model.ts';
import type { Chapter } from './chapters.ts';

export interface ChapterPart {
  chapter: Chapter;
  /** It begins with the chapter's heading. */
  opens: boolean;
  /** One, and a webhook's further methods, which stand within its section. */
  operations: Operation[];
  /** All of the chapter's: of schemas that say the same only the first tells it. */
  schemas: NamedSchema[];
}

/** @returns the chapter's parts in their order */
export function partsOf(chapter: Chapter): ChapterPart[] {
  const part = { chapter, opens: false, operations: [], schemas: [] };
  const sections: Operation[][] = [];
  const webhooks = new Map<string, Operation[]>();
  for (const operation of chapter.operations) {
    const name = operation.kind === 'webhook' ? operation.name : undefined;
    const known = name === undefined ? undefined : webhooks.get(name);
    if (known) known.push(operation);
    else {
      const section = [operation];
      sections.push(section);
      if (name !== undefined) webhooks.set(name, section);
    }
  }
  return [
    { ...part, opens: true },
    ...sections.map((operations) => ({ ...part, operations })),
    ...(chapter.schemas.length ? [{ ...part, schemas: chapter.schemas }] : []),
  ];
}
