/** The types of callouts that authors write, and the look each has in the page. */

/** A callout's look: its colour and icon. */
export type CalloutLook = 'notice' | 'info' | 'tip' | 'success' | 'warning' | 'danger';

/** Slate's three (SLATE.md "Asides"), those met beside them in its sources, and GitHub's five. */
const looks: Record<string, CalloutLook> = {
  notice: 'notice',
  important: 'notice',
  note: 'info',
  info: 'info',
  tip: 'tip',
  success: 'success',
  warning: 'warning',
  caution: 'warning',
  alert: 'warning',
  danger: 'danger',
  error: 'danger',
};

export const calloutTypes: readonly string[] = Object.keys(looks);

/** The look of a type in whatever case; undefined where the type is an author's own name. */
export const calloutLook = (type: string): CalloutLook | undefined =>
  Object.hasOwn(looks, type.toLowerCase()) ? looks[type.toLowerCase()] : undefined;
