import { make } from '../make'
import type { Directory } from './directory'

/** A choice of one person; `none` stands for nobody chosen, or for everybody. */
export function personSelect(
  people: Directory,
  none: string,
  pick: (openid: string) => void,
): HTMLElement {
  const select: HTMLSelectElement = make(
    'select',
    { 'aria-label': '哪一位', onchange: () => pick(select.value) },
    make('option', { value: '' }, none),
    ...people.all.map(({ openid, nickname }) => make('option', { value: openid }, nickname)),
  )
  return select
}
