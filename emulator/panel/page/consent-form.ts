import { tell } from '../control'
import { make } from '../make'
import { announce, attempt } from './act'
import type { Directory } from './directory'
import { personSelect } from './person-select'

/** Gives a consent by hand, as a tap on 允许 in WeChat would. */
export function consentForm(people: Directory, given: () => void): HTMLElement {
  let openid = ''
  const templateId = make('input', { required: true, placeholder: '模板 id' })
  const count = make('input', { type: 'number', min: 1, max: 100, value: 1, required: true })
  const give = async (event: Event) => {
    event.preventDefault()
    if (openid === '') {
      announce('先选一位', 'bad')
      return
    }
    const consent = { openid, templateId: templateId.value.trim(), count: count.valueAsNumber }
    if (await attempt(() => tell('POST', 'messages/consents', consent), '同意记下了')) given()
  }
  return make(
    'form',
    { class: 'card line-form', onsubmit: give },
    labelled(
      '替谁同意',
      personSelect(people, '选一位', (chosen) => (openid = chosen)),
    ),
    labelled('订阅模板', templateId),
    labelled('几条', count),
    make('button', { class: 'plain', type: 'submit' }, '记一次同意'),
  )
}

const labelled = (name: string, field: HTMLElement) =>
  make('label', {}, make('span', {}, name), field)
