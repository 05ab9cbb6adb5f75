/** <form>: collects the values of the named fields inside it. */
import type { BuiltIn, Host } from './host'

const fields = [
  ...['input', 'textarea', 'switch', 'checkbox-group', 'radio-group', 'picker', 'slider'],
] as const

/** Sends `submit` with the value of every named field. */
export function submitForm(form: Host): void {
  const named = form.inside(...fields).flatMap((field) => {
    const name = field.property('name')
    return typeof name === 'string' && name !== '' ? [[name, field.reactions.value?.()]] : []
  })
  form.fire('submit', { value: Object.fromEntries(named) as object, target: {} })
}

/** Empties every field, then tells the page. */
export function resetForm(form: Host): void {
  for (const field of form.inside(...fields)) field.reactions.reset?.()
  form.fire('reset', {})
}

/** The form. */
export const form: BuiltIn = { tag: 'form', properties: ['reportSubmit', 'reportSubmitTimeout'] }
