import { useState } from 'react'

/**
 * Rows for a list that gets new things in front and forgets old ones: what is shown stays in its
 * row, and a newcomer takes the row of one that is shown no more. A list that moved down by one
 * would be sent to the view as a whole; the order is left to the style.
 */
export function useSeats<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  const [known, setKnown] = useState(things)
  const [rows, setRows] = useState(things)
  if (known !== things) {
    setKnown(things)
    setRows(seated(rows, things, nameOf))
  }
  return rows
}

function seated<Thing>(
  rows: readonly Thing[],
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  const stay = new Map(things.map((thing) => [nameOf(thing), thing]))
  const seen = new Set(rows.map(nameOf))
  const fresh = things.filter((thing) => !seen.has(nameOf(thing)))
  const seats = rows.flatMap((row) => stay.get(nameOf(row)) ?? fresh.shift() ?? [])
  return [...seats, ...fresh]
}
