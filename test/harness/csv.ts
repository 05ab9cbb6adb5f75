/** Reads a table as RFC 4180 has it: fields in quotes may hold commas, quotes and line breaks. */
export function csvRows(text: string): string[][] {
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy
  const rows: string[][] = []
  let row: string[] = []
  const body = text.replace(/^\uFEFF/, '')
  while (field.lastIndex < body.length) {
    const found = field.exec(body)
    if (!found) throw new Error(`no table: ${body.slice(field.lastIndex)}`)
    const [, cell = '', end] = found
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
