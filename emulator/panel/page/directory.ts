import type { Person } from '../answers'
import { look } from '../control'
import { make } from '../make'

const tints = ['cherry', 'leaf', 'amber', 'plum', 'sea', 'clay'] as const

/** Who is who: turns an openid into a face and a name wherever one is shown. */
export class Directory {
  private people: readonly Person[] = []

  /** Reads the people once more; whoever shows them afterwards shows the new names. */
  async read(): Promise<readonly Person[]> {
    this.people = await look('people')
    return this.people
  }

  /** The people as last read. */
  get all(): readonly Person[] {
    return this.people
  }

  /** 安安, or the openid itself for somebody unknown. */
  nameOf(openid: string): string {
    return this.people.find((person) => person.openid === openid)?.nickname ?? openid
  }

  /** A small face with the name beside it. */
  chip(openid: string | undefined): HTMLElement {
    if (openid === undefined || openid === '') return make('span', { class: 'chip none' }, '云端')
    const name = this.nameOf(openid)
    return make('span', { class: 'chip', title: openid }, face(openid, name), name)
  }
}

/** The first character of a name on the person's own tint. */
export function face(openid: string, name: string): HTMLElement {
  const sum = Array.from(openid).reduce((total, letter) => total + letter.charCodeAt(0), 0)
  const tint = tints[sum % tints.length] ?? 'cherry'
  const letter = Array.from(name).at(-1) ?? '?'
  return make('span', { class: `face ${tint}`, 'aria-hidden': 'true' }, letter)
}
