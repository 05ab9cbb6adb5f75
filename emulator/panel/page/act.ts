import { fill, make, type Child } from '../make'
import { sentence } from '../words'

const shownMs = 4_000
const board = make('div', { class: 'notices', role: 'status' })

/** Says something at the foot of the page for a few seconds. */
export function announce(text: string, kind: 'good' | 'bad' = 'good'): void {
  if (!board.isConnected) document.body.append(board)
  const notice = make('p', { class: `notice ${kind}` }, text)
  board.append(notice)
  setTimeout(() => notice.remove(), shownMs)
}

/** Does something, and says what went wrong if it does. True when it worked. */
export async function attempt(action: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await action()
  } catch (error) {
    announce(sentence(error), 'bad')
    return false
  }
  if (done) announce(done)
  return true
}

/** How a button looks and what it says when its work is done. */
export interface Look {
  readonly class?: 'primary' | 'plain' | 'danger'
  readonly id?: string
  readonly done?: string
}

/** A button that can't be pressed again while its work is under way. */
export function button(
  label: string,
  action: () => Promise<unknown>,
  look: Look = {},
): HTMLButtonElement {
  const element = make('button', {
    type: 'button',
    class: look.class ?? 'plain',
    id: look.id,
    onclick: async () => {
      element.disabled = true
      await attempt(action, look.done)
      element.disabled = false
    },
  })
  fill(element, label)
  return element
}

/** Asks before something that can't be taken back. */
export async function isSure(title: string, text: string, yes: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (sure: boolean) => () => {
      dialog.close()
      dialog.remove()
      resolve(sure)
    }
    const dialog = make(
      'dialog',
      { class: 'sure', oncancel: answer(false) },
      make('h2', {}, title),
      make('p', {}, text),
      make(
        'div',
        { class: 'actions' },
        make('button', { type: 'button', class: 'plain', onclick: answer(false) }, '不了'),
        make('button', { type: 'button', class: 'danger', onclick: answer(true) }, yes),
      ),
    )
    document.body.append(dialog)
    dialog.showModal()
  })
}

/** A name and its value, one under the other. */
export function fact(name: string, ...value: readonly Child[]): HTMLElement {
  return make('div', { class: 'fact' }, make('dt', {}, name), make('dd', {}, ...value))
}

let choices = 0

/** A choice of one among a few, in a row. */
export function choice<Value extends string>(
  name: string,
  options: Readonly<Record<Value, string>>,
  chosen: Value,
  pick: (value: Value) => unknown,
): HTMLElement {
  const group = `choice-${++choices}`
  const values = Object.keys(options) as Value[]
  return make(
    'fieldset',
    { class: 'choice' },
    make('legend', {}, name),
    ...values.map((value) =>
      make(
        'label',
        {},
        make('input', {
          type: 'radio',
          name: group,
          checked: value === chosen,
          onchange: () => pick(value),
        }),
        make('span', {}, options[value]),
      ),
    ),
  )
}
