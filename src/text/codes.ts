/** A code in groups of four, as one reads it out. */
export const inFours = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')
