/** The content lies where Vite cannot compile it; the call is at fault. */
export class PlaceError extends Error {}
