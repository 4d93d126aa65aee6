/**
 * Where a chapter's sections stand in the description: apart from what they say, since a line more
 * moves all that is below it.
 */
import type { Api, Place } from '../model.ts';
import type { Chapter } from './chapters.ts';

/** Of a section, by the id of its heading. */
export type SectionPlaces = ReadonlyMap<string, Pick<Place, 'file' | 'line'>>;

/** Where a chapter begins: at its tag, else at the first thing in it. */
export const placeOfChapter = ({ tag, operations, schemas }: Chapter, api: Api): Place =>
  (tag ?? operations[0] ?? schemas[0] ?? api.info).place();

/** @returns the places of the chapter and of all its sections, in their order */
export const placesOf = (chapter: Chapter, api: Api): SectionPlaces =>
  new Map([
    [chapter.id, placeOfChapter(chapter, api)],
    ...[...chapter.operations, ...chapter.schemas].map(
      (section) => [section.id, section.place()] as const,
    ),
  ]);
