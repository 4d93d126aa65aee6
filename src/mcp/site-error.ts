/** What is wrong with the site that an MCP server was to read: a sentence for the person who named it. */
export class SiteError extends Error {}
