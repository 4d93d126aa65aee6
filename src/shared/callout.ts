export type CalloutLook = 'notice' | 'info' | 'tip' | 'success' | 'warning' | 'danger';

/** Slate's three, those met beside them in its sources, and GitHub's five. */
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

/** The look of a type in any case; undefined: an author's own name. */
export const calloutLook = (type: string): CalloutLook | undefined =>
  Object.hasOwn(looks, type.toLowerCase()) ? looks[type.toLowerCase()] : undefined;
