/** What WeChat draws above the mini-program: toasts, loading, modals, action sheets. */
import type { Columns } from './columns'
import { build } from './dom'

/** A toast or a loading sign on the screen. */
export interface Toast {
  readonly title: string
  readonly kind: 'toast' | 'loading'
}

/** A modal or an action sheet waiting for an answer; `answers` are its buttons. */
export interface Dialog {
  readonly title: string
  readonly content: string
  readonly answers: readonly string[]
  /** The words of its wheels, where it has some. */
  readonly columns?: readonly (readonly string[])[]
}

/** An item of a list that needs a second line. */
export interface Item {
  readonly text: string
  readonly note: string
}

/** What a modal is made of. */
export interface Question {
  readonly title: string
  readonly content: string
  readonly confirmText: string
  readonly cancelText: string | undefined
  readonly placeholder?: string
}

const marks: Readonly<Record<string, string>> = { success: '✓', error: '✕', loading: '◌' }

/** The dialogs of one phone. At most one asks at a time, as on a phone. */
export class Dialogs {
  toast: Toast | undefined
  dialog: Dialog | undefined
  /** Every toast shown so far: one may be gone before a test looks. */
  readonly toasts: string[] = []
  private readonly answers = new Map<string, () => void>()
  private wheels: Columns | undefined
  private hideAt: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly layer: HTMLElement) {}

  /** Shows a toast for `ms`, or a loading sign until it is hidden. */
  showToast(toast: Toast, icon: string, ms?: number): void {
    this.hideToast()
    this.toast = toast
    if (toast.kind === 'toast') this.toasts.push(toast.title)
    const mark = marks[icon]
    const parts = mark === undefined ? [] : [build('div', `phone-mark phone-mark-${icon}`, mark)]
    this.layer.append(build('div', 'phone-toast', ...parts, build('div', '', toast.title)))
    if (ms !== undefined) this.hideAt = setTimeout(() => this.hideToast(), ms)
  }

  hideToast(): void {
    clearTimeout(this.hideAt)
    this.toast = undefined
    this.layer.querySelector('.phone-toast')?.remove()
  }

  /** Asks; answers whether it was confirmed, and what was written in. */
  ask(question: Question): Promise<{ confirm: boolean; content?: string }> {
    const { title, content, confirmText, cancelText, placeholder } = question
    const field = placeholder === undefined ? undefined : document.createElement('input')
    if (field) {
      field.className = 'phone-field'
      field.placeholder = placeholder ?? ''
      field.value = content
    }
    const body = field ?? build('div', 'phone-modal-text', content)
    return new Promise((resolve) => {
      const answers: [string, () => void][] = [
        [
          confirmText,
          () => resolve({ confirm: true, ...(field ? { content: field.value } : undefined) }),
        ],
      ]
      if (cancelText !== undefined) answers.unshift([cancelText, () => resolve({ confirm: false })])
      const buttons = this.open({ title, content, answers: answers.map(([text]) => text) }, answers)
      this.layer.append(
        build(
          'div',
          'phone-shade',
          build(
            'div',
            'phone-modal',
            build('div', 'phone-modal-title', title),
            body,
            build('div', 'phone-buttons', ...buttons),
          ),
        ),
      )
    })
  }

  /** Offers a list; answers the index chosen, undefined when it was cancelled. */
  choose(title: string, items: readonly (string | Item)[]): Promise<number | undefined> {
    const texts = items.map((item) => (typeof item === 'string' ? item : item.text))
    return new Promise((resolve) => {
      const answers: [string, () => void][] = texts.map((text, index) => [
        text,
        () => resolve(index),
      ])
      answers.push(['取消', () => resolve(undefined)])
      const buttons = this.open({ title, content: '', answers: [...texts, '取消'] }, answers)
      items.forEach((item, index) => {
        if (typeof item !== 'string') buttons[index]?.append(build('small', '', item.note))
      })
      this.layer.append(build('div', 'phone-shade', build('div', 'phone-sheet', title, ...buttons)))
    })
  }

  /** Offers wheels to turn; answers the rows chosen, undefined when it was cancelled. */
  spin(title: string, columns: Columns): Promise<readonly number[] | undefined> {
    return new Promise((resolve) => {
      const answers: [string, () => void][] = [
        ['取消', () => resolve(undefined)],
        ['确定', () => resolve(columns.rows)],
      ]
      const dialog = {
        ...{ title, content: '', answers: ['取消', '确定'] },
        // Turning one wheel may change the words of another.
        get columns() {
          return columns.words
        },
      }
      const [cancel, done] = this.open(dialog, answers)
      if (!cancel || !done) return
      this.wheels = columns
      const head = build('div', 'phone-wheels-head', cancel, build('div', '', title), done)
      const sheet = build('div', 'phone-sheet phone-wheels', head, columns.element)
      this.layer.append(build('div', 'phone-shade', sheet))
    })
  }

  /** Turns the wheels of the open sheet to these words, first wheel first. */
  turnTo(words: readonly string[]): void {
    if (!this.wheels) throw new Error('no sheet with wheels is open')
    this.wheels.turnTo(words)
  }

  /** Presses a button of the open dialog by its text. */
  press(answer: string): void {
    const press = this.answers.get(answer)
    if (!press) {
      const open = this.dialog
        ? `the dialog offers ${this.dialog.answers.join(' ')}`
        : 'none is open'
      throw new Error(`no dialog button "${answer}": ${open}`)
    }
    press()
  }

  /** Writes into the field of an editable modal. */
  write(text: string): void {
    const field = this.layer.querySelector<HTMLInputElement>('.phone-field')
    if (!field) throw new Error('the open dialog has no field')
    field.value = text
  }

  private open(dialog: Dialog, answers: readonly [string, () => void][]): HTMLElement[] {
    this.close()
    this.dialog = dialog
    return answers.map(([text, answer]) => {
      const button = build('div', 'phone-answer', text)
      const press = () => {
        this.close()
        answer()
      }
      this.answers.set(text, press)
      button.addEventListener('click', press)
      return button
    })
  }

  private close(): void {
    this.dialog = undefined
    this.wheels = undefined
    this.answers.clear()
    this.layer.querySelector('.phone-shade')?.remove()
  }
}
