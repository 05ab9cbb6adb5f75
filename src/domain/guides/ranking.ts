/** A guide's month in figures. */
interface Month {
  readonly name: string
  readonly orders: number
  readonly newMembers: number
  readonly paidFen: number
}

/**
 * 排行: who sold most comes first; of equal ones who has more orders, then who brought more members,
 * then by name, so that nobody's place depends on chance.
 */
export function ranked<Row extends Month>(rows: readonly Row[]): Row[] {
  return [...rows].sort(
    (one, other) =>
      other.paidFen - one.paidFen ||
      other.orders - one.orders ||
      other.newMembers - one.newMembers ||
      (one.name < other.name ? -1 : 1),
  )
}
