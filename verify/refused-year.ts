/** The model refuses a price for the year, so no answer can be right: the message says why. */
export class RefusedYear extends Error {}
