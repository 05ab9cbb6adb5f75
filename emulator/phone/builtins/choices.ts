/** <checkbox>, <radio>, their groups, <switch>, and the <label> that reaches them. */
import { asText, isOn } from '../dom'
import type { BuiltIn, Host } from './host'

const onClass = 'phone-on'
const isChosen = (host: Host) => host.element.classList.contains(onClass)
const choose = (host: Host, on: boolean) => void host.element.classList.toggle(onClass, on)
const chosen = (group: Host, tag: string) =>
  group
    .inside(tag)
    .filter(isChosen)
    .map((choice) => asText(choice.property('value')))

/** Marks the choice when tapped, and tells its group. */
function makeChoice(tag: 'checkbox' | 'radio') {
  return (host: Host) => {
    host.onTap(() => {
      if (isOn(host.property('disabled'))) return
      // A radio that is on stays on, and its group hears nothing.
      if (tag === 'radio' && isChosen(host)) return
      const group = host.closest(`${tag}-group`)
      if (tag === 'radio') for (const other of group?.inside('radio') ?? []) choose(other, false)
      choose(host, tag === 'radio' || !isChosen(host))
      group?.fire('change', { value: group.reactions.value?.() })
    })
    return { changed: { checked: (value: unknown) => choose(host, isOn(value)) } }
  }
}

const properties = ['value', 'disabled', 'checked', 'color', 'name']

/** One of several that may all be on. */
export const checkbox: BuiltIn = { tag: 'checkbox', properties, make: makeChoice('checkbox') }

/** One of several of which one is on. */
export const radio: BuiltIn = { tag: 'radio', properties, make: makeChoice('radio') }

/** Its value is the list of what is on. */
export const checkboxGroup: BuiltIn = {
  tag: 'checkbox-group',
  properties: ['name'],
  make: (host) => ({
    value: () => chosen(host, 'checkbox'),
    reset: () => host.inside('checkbox').forEach((choice) => choose(choice, false)),
  }),
}

/** Its value is the one that is on, or the empty text. */
export const radioGroup: BuiltIn = {
  tag: 'radio-group',
  properties: ['name'],
  make: (host) => ({
    value: () => chosen(host, 'radio')[0] ?? '',
    reset: () => host.inside('radio').forEach((choice) => choose(choice, false)),
  }),
}

/** On or off. */
export const toggle: BuiltIn = {
  tag: 'switch',
  properties: ['checked', 'disabled', 'type', 'color', 'name'],
  make: (host) => {
    host.onTap(() => {
      if (isOn(host.property('disabled'))) return
      choose(host, !isChosen(host))
      host.fire('change', { value: isChosen(host) })
    })
    return {
      changed: { checked: (value) => choose(host, isOn(value)) },
      value: () => isChosen(host),
      reset: () => choose(host, false),
    }
  },
}

/** A tap on the label is a tap on the choice inside it, or on the one it names. */
export const label: BuiltIn = {
  tag: 'label',
  properties: ['for'],
  make: (host) => {
    host.onTap((target) => {
      const name = asText(host.property('for'))
      const page = host.element.closest('.phone-page')
      const named = name === '' ? undefined : page?.querySelector(`#${name}`)
      const all = host.inside('checkbox', 'radio', 'switch')
      const found = named ? all.find((choice) => choice.element === named) : all[0]
      if (!found || (target && found.element.contains(target))) return
      found.fire('tap', {})
    })
    return {}
  },
}
