/** <picker> and <slider>: choosing a value from a range. */
import { Columns } from '../columns'
import { asText, isOn } from '../dom'
import type { BuiltIn, Host } from './host'
import { Regions } from './region'

/** What <picker> waits for: the value that is chosen, or nothing when it was left. */
type Choosing = (host: Host, value: unknown) => Promise<object | undefined>

/** The words of one column: plain texts, or a field of objects. */
function words(host: Host, range: unknown): string[] {
  const key = asText(host.property('rangeKey'))
  return listOf(range).map((item) =>
    key === '' ? asText(item) : asText((item as Record<string, unknown>)[key]),
  )
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : []
}

/** Dates and times are chosen with the browser's own field. */
function chooseMoment(mode: 'date' | 'time'): Choosing {
  return (host, value) => {
    const field = host.contain('input')
    field.type = mode === 'date' && host.property('fields') === 'month' ? 'month' : mode
    field.className = 'phone-moment'
    field.value = asText(value)
    field.min = asText(host.property('start'))
    field.max = asText(host.property('end'))
    return new Promise((resolve) => {
      const leave = (answer: object | undefined) => {
        resolve(answer)
        field.remove()
      }
      field.addEventListener('change', () => leave({ value: field.value }))
      field.addEventListener('blur', () => leave(undefined))
      field.focus()
      try {
        if ('showPicker' in field) field.showPicker()
      } catch {
        // A browser shows it only for a finger, not for a script; the field stays where it is.
      }
    })
  }
}

const chooseOne: Choosing = async (host) => {
  const title = asText(host.property('headerText'))
  const index = await host.device?.dialogs.choose(title, words(host, host.property('range')))
  return index === undefined ? undefined : { value: index }
}

/** Sheets that are open: the page, told of a turned column, may change the next one meanwhile. */
const openSheets = new Map<Host, (rows?: readonly number[]) => void>()

const chooseSeveral: Choosing = async (host, value) => {
  const columns = new Columns((column, row) => {
    host.fire('columnchange', { column, value: row })
  })
  const draw = (rows: readonly number[] = columns.rows) => {
    const lists = listOf(host.property('range')).map((range) => words(host, range))
    columns.show(lists, rows)
  }
  draw(listOf(value).map(Number))
  openSheets.set(host, draw)
  const rows = await host.device?.dialogs.spin(asText(host.property('headerText')), columns)
  openSheets.delete(host)
  return rows && { value: rows }
}

const chooseRegion: Choosing = async (host, value) => {
  const customItem = asText(host.property('customItem'))
  const regions = new Regions(asText(host.property('level')), customItem)
  const columns = new Columns((column) => {
    const rows = columns.rows.slice(0, column + 1)
    columns.show(regions.words(rows), rows)
  })
  const rows = regions.rowsOf(listOf(value))
  columns.show(regions.words(rows), rows)
  const chosen = await host.device?.dialogs.spin(asText(host.property('headerText')), columns)
  return chosen && regions.chosen(chosen)
}

const modes: Readonly<Record<string, Choosing>> = {
  selector: chooseOne,
  multiSelector: chooseSeveral,
  region: chooseRegion,
  date: chooseMoment('date'),
  time: chooseMoment('time'),
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
    let passed = ''
    const ask = async () => {
      const mode = asText(host.property('mode')) || 'selector'
      const answer = await modes[mode]?.(host, chosen ?? host.property('value'))
      if (!answer) {
        host.fire('cancel', {})
        return
      }
      chosen = (answer as { readonly value: unknown }).value
      host.fire('change', answer)
    }
    host.onTap(() => {
      if (!isOn(host.property('disabled'))) void ask()
    })
    return {
      changed: {
        value: (value) => {
          // A page that is drawn anew passes its lists again; the same list turns no wheel back.
          const text = JSON.stringify(value)
          if (text === passed) return
          passed = text
          chosen = value
          openSheets.get(host)?.(listOf(value).map(Number))
        },
        range: () => openSheets.get(host)?.(),
      },
      value: () => chosen,
    }
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
