/** A cell of a table: words, or a figure. */
export type Cell = string | number

/**
 * Tables as one file that every spreadsheet reads: comma-separated (RFC 4180), with the mark by
 * which Excel knows UTF-8, and an empty line between tables.
 */
export function csvOf(tables: readonly (readonly (readonly Cell[])[])[]): string {
  const texts = tables.map((rows) =>
    rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join(''),
  )
  return `\uFEFF${texts.join('\r\n')}`
}

/** A spreadsheet would reckon with words that begin like a formula: an apostrophe stops it. */
function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
