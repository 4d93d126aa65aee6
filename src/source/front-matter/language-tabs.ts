/** The `language_tabs` key. */
import { z } from 'astro/zod';
import { tabLabel } from './tab-label.ts';
import { isMapping, isNone, isScalar, refuse } from './value-types.ts';

/** A language tab. */
export interface LanguageTab {
  /** As fences write it: `shell`, `python--async`. */
  name: string;
  /** As readers see it: `cURL`; the name's own label (`Shell` …) where the author gave none. */
  label: string;
}

/** `- shell`, `- shell: cURL`, `- {shell: cURL}`, a map of all, or one name. */
export const languageTabs = z
  .transform((written: unknown, ctx): LanguageTab[] => {
    const tabs = new Map<string, LanguageTab>();
    if (isNone(written)) return [];
    const add = (key: unknown, label: unknown, path: (string | number)[]) => {
      const name = String(key).trim();
      const given = isScalar(label) ? String(label).trim() : '';
      if (name && !tabs.has(name)) tabs.set(name, { name, label: given || tabLabel(name) });
      else if (name) refuse(ctx, { ...twice, message: `the tab \`${name}\` is given twice` }, path);
    };
    for (const [at, item] of [written].flat().entries()) {
      if (isScalar(item)) add(item, '', [at]);
      else if (isMapping(item))
        for (const [key, label] of Object.entries(item)) add(key, label, [at, key]);
    }
    return [...tabs.values()];
  })
  .meta({ expected: 'a list of languages, each with a label or without' });

const twice = { kind: 'tab-twice', hint: 'remove one of the two', ofKey: true } as const;
