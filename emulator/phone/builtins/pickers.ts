/** <picker> and <slider>: choosing a value from a range. */
import { asText, isOn } from '../dom'
import type { BuiltIn, Host } from './host'

/** The words of a selector: plain texts, or a field of objects. */
function words(host: Host, range: unknown): string[] {
  const key = asText(host.property('rangeKey'))
  return (Array.isArray(range) ? (range as unknown[]) : []).map((item) =>
    key === '' ? asText(item) : asText((item as Record<string, unknown>)[key]),
  )
}

/** Dates and times are chosen with the browser's own field. */
function chooseMoment(host: Host, mode: 'date' | 'time', value: string, done: (v: string) => void) {
  const field = host.contain('input')
  field.type = mode
  field.className = 'phone-moment'
  field.value = value
  field.min = asText(host.property('start'))
  field.max = asText(host.property('end'))
  field.addEventListener('change', () => {
    done(field.value)
    field.remove()
  })
  field.addEventListener('blur', () => field.remove())
  field.focus()
  if ('showPicker' in field) field.showPicker()
}

/** Opens a sheet for lists, the browser's field for dates. */
export const picker: BuiltIn = {
  tag: 'picker',
  properties: [
    ...['mode', 'range', 'rangeKey', 'value', 'name', 'disabled', 'start', 'end', 'fields'],
    ...['headerText', 'customItem', 'level'],
  ],
  make: (host) => {
    let chosen: unknown
    const done = (value: unknown) => {
      chosen = value
      host.fire('change', { value })
    }
    const open = async () => {
      const mode = asText(host.property('mode')) || 'selector'
      if (mode === 'date' || mode === 'time') {
        chooseMoment(host, mode, asText(chosen ?? host.property('value')), done)
        return
      }
      const title = asText(host.property('headerText'))
      const index = await host.device?.dialogs.choose(title, words(host, host.property('range')))
      if (index === undefined) host.fire('cancel', {})
      else done(index)
    }
    host.onTap(() => {
      if (!isOn(host.property('disabled'))) void open()
    })
    return { changed: { value: (value) => (chosen = value) }, value: () => chosen }
  },
}

/** A knob on a line. */
export const slider: BuiltIn = {
  tag: 'slider',
  properties: ['value', 'min', 'max', 'step', 'disabled', 'name', 'showValue', 'activeColor'],
  make: (host) => {
    const field = host.contain('input')
    field.type = 'range'
    const detail = () => ({ value: Number(field.value) })
    field.addEventListener('input', (event) => {
      event.stopPropagation()
      host.fire('changing', detail())
    })
    field.addEventListener('change', () => {
      host.fire('change', detail())
    })
    return {
      changed: {
        min: (value) => (field.min = asText(value)),
        max: (value) => (field.max = asText(value)),
        step: (value) => (field.step = asText(value)),
        value: (value) => (field.value = asText(value)),
        disabled: (value) => (field.disabled = isOn(value)),
      },
      value: () => Number(field.value),
      reset: () => (field.value = '0'),
    }
  },
}
