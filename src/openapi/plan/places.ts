/**
 * Where a chapter's sections stand in the description: apart from what they say, since a line more
 * moves all that is below it.
 */
import type { Api, Place } from '../model.ts';
import type { Chapter } from './chapters.ts';
import type { ChapterPart } from './parts.ts';

/** Of a section, by the id of its heading. */
export type SectionPlaces = ReadonlyMap<string, Pick<Place, 'file' | 'line'>>;

/** Where a chapter begins: at its tag, else at the first thing in it. */
export const placeOfChapter = ({ tag, operations, schemas }: Chapter, api: Api): Place =>
  (tag ?? operations[0] ?? schemas[0] ?? api.info).place();

/** @returns the places of all sections of a chapter's part, in their order */
export const placesOf = (
  { chapter, opens, operations, schemas }: ChapterPart,
  api: Api,
): SectionPlaces =>
  new Map([
    ...(opens ? [[chapter.id, placeOfChapter(chapter, api)] as const] : []),
    ...[...operations, ...schemas].map((section) => [section.id, section.place()] as const),
  ]);
