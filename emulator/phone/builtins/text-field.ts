/** <input> and <textarea>: a field of the browser inside, WeChat's events outside. */
import { asText, isOn } from '../dom'
import type { BuiltIn, Host } from './host'
import { listenForNickname } from './nickname'

const properties = [
  ...['value', 'placeholder', 'disabled', 'name', 'type', 'maxlength', 'password', 'focus'],
  ...['confirmType', 'confirmHold', 'placeholderStyle', 'placeholderClass', 'cursorSpacing'],
  ...['autoHeight', 'controlled', 'selectionStart', 'selectionEnd', 'adjustPosition', 'cursor'],
  ...['showConfirmBar', 'fixed', 'autoFocus', 'holdKeyboard', 'disableDefaultPadding'],
  ...['alwaysEmbed', 'safePasswordLength'],
]

type Field = HTMLInputElement | HTMLTextAreaElement

function listen(host: Host, field: Field): void {
  const detail = () => ({ value: field.value, cursor: field.selectionStart ?? 0, keyCode: 0 })
  field.addEventListener('input', (event) => {
    event.stopPropagation()
    host.fire('input', detail(), true)
  })
  field.addEventListener('focus', () => {
    host.fire('focus', { ...detail(), height: 0 })
  })
  field.addEventListener('blur', () => {
    host.fire('blur', detail())
  })
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter' && host.tag === 'input') {
      host.fire('confirm', detail())
    }
  })
}

/** WeChat's field types by the keyboard a browser would show. */
const keyboards: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
}

function limit(field: Field, value: unknown): void {
  // 140 unless told, -1 for no limit: WeChat's rule for both.
  const length = value === undefined || value === null ? 140 : Number(value)
  if (length < 0) field.removeAttribute('maxlength')
  else field.setAttribute('maxlength', String(length))
}

function makeField(tag: 'input' | 'textarea') {
  return (host: Host) => {
    const field = host.contain(tag)
    limit(field, undefined)
    listen(host, field)
    if (tag === 'input') listenForNickname(host, field)
    return {
      changed: {
        value: (value: unknown) => {
          if (field.value !== asText(value)) field.value = asText(value)
        },
        placeholder: (value: unknown) => (field.placeholder = asText(value)),
        disabled: (value: unknown) => (field.disabled = isOn(value)),
        maxlength: (value: unknown) => limit(field, value),
        type: (value: unknown) => (field.inputMode = keyboards[asText(value)] ?? 'text'),
        password: (value: unknown) => {
          if (field instanceof HTMLInputElement) field.type = isOn(value) ? 'password' : 'text'
        },
        focus: (value: unknown) => {
          setTimeout(() => {
            if (isOn(value)) field.focus()
            else field.blur()
          }, 0)
        },
        cursor: (value: unknown) => {
          if (typeof value === 'number' && value >= 0) field.setSelectionRange(value, value)
        },
      },
      attached: () => {
        if (isOn(host.property('autoFocus'))) setTimeout(() => field.focus(), 0)
      },
      value: () => field.value,
      reset: () => (field.value = ''),
    }
  }
}

/** The one-line field. */
export const input: BuiltIn = { tag: 'input', properties, make: makeField('input') }

/** The field of several lines. */
export const textarea: BuiltIn = { tag: 'textarea', properties, make: makeField('textarea') }
