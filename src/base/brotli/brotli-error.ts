/** The data is not what an encoder writes. */
export class BrotliError extends Error {}
