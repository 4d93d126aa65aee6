/**
 * Bounds beyond which a description is refused: no real one comes near, and a hostile one must not
 * fill the memory.
 */

/** Bytes of one JSON file; GitHub's has 13 million. */
export const MAX_JSON_BYTES = 64_000_000;
/** Bytes of one YAML file, which takes ten times the memory. */
export const MAX_YAML_BYTES = 20_000_000;
/** Bytes of all files together. */
export const MAX_ALL_BYTES = 200_000_000;
export const MAX_FILES = 20_000;
/** Collections in one another. */
export const MAX_DEPTH = 500;
/** Values of a file when its aliases are written out. */
export const MAX_VALUES = 5_000_000;
/** `allOf` in one another; deeper ones are left out. */
export const MAX_ALL_OF = 100;
/**
 * Steps, of which a named schema takes two, through which attributes of named ones are merged into
 * one that extends them.
 */
export const MAX_NAMED_ALL_OF = 24;
/** Findings of one kind that are told; the rest is counted. */
export const MAX_FINDINGS = 100;
