/** The provinces, cities and counties that <picker mode="region"> offers. */
import { areaList } from '@vant/area-data'

type Names = Readonly<Record<string, string>>

/** A place one can choose: its name and the number that the state gave it. */
interface Place {
  readonly name: string
  readonly code: string
}

/** What was chosen: names and codes, province first. */
export interface Region {
  readonly value: readonly string[]
  readonly code: readonly string[]
}

/** By level: the list, and how many digits of the code a place shares with the one around it. */
const levels: readonly (readonly [names: Names, digits: number])[] = [
  [areaList.province_list, 0],
  [areaList.city_list, 2],
  [areaList.county_list, 4],
]

/** How many columns a picker of that `level` has; the default ends at the county. */
const depths: Readonly<Record<string, number>> = { province: 1, city: 2 }

/** The columns of a region picker, from the rows chosen in them. */
export class Regions {
  constructor(
    private readonly level: string,
    /** A word at the head of every column, such as 全部. */
    private readonly customItem: string,
  ) {}

  /** What each column offers while these rows are chosen. */
  words(rows: readonly number[]): string[][] {
    return this.columns(rows).map((places) => places.map(({ name }) => name))
  }

  /** The rows of these names; a name that does not exist is the first row. */
  rowsOf(names: readonly unknown[]): number[] {
    const rows: number[] = []
    for (const name of names) {
      const places = this.columns(rows)[rows.length] ?? []
      rows.push(
        Math.max(
          0,
          places.findIndex((place) => place.name === name),
        ),
      )
    }
    return rows
  }

  /** What these rows mean. */
  chosen(rows: readonly number[]): Region {
    const places = this.columns(rows).flatMap((column, index) => column[rows[index] ?? 0] ?? [])
    return { value: places.map(({ name }) => name), code: places.map(({ code }) => code) }
  }

  private columns(rows: readonly number[]): Place[][] {
    let around = ''
    const depth = depths[this.level] ?? levels.length
    return levels.slice(0, depth).map(([names, digits], column) => {
      const places = Object.entries(names)
        .filter(([code]) => column === 0 || (around !== '' && code.startsWith(around)))
        .map(([code, name]) => ({ name, code }))
      if (this.customItem !== '') places.unshift({ name: this.customItem, code: '' })
      around = places[rows[column] ?? 0]?.code.slice(0, digits + 2) ?? ''
      return places
    })
  }
}
