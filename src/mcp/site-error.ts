/** A fault of the site that an MCP server was to read, in a sentence for people. */
export class SiteError extends Error {}
