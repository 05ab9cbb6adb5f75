/** <button>: submits forms, and opens what WeChat alone may open. */
import { isOn } from '../dom'
import type { BuiltIn, Host } from './host'
import { resetForm, submitForm } from './form'

/** The open-types that hand something to the page; the rest only do something in WeChat. */
function openWeChat(host: Host, openType: string): void {
  const { device } = host
  if (!device) return
  if (openType === 'share') {
    void device.share('button', { id: host.node.id, dataset: host.node.dataset })
  }
  if (openType === 'chooseAvatar') {
    void device.files.choose(1).then(([avatarUrl]) => {
      if (avatarUrl !== undefined) host.fire('chooseavatar', { avatarUrl })
    })
  }
  if (openType === 'agreePrivacyAuthorization') host.fire('agreeprivacyauthorization', {})
  if (openType === 'contact') host.fire('contact', {})
}

/** The button. */
export const button: BuiltIn = {
  tag: 'button',
  properties: [
    ...['size', 'type', 'plain', 'disabled', 'loading', 'formType', 'openType', 'hoverClass'],
    ...['name', 'lang', 'sessionFrom', 'sendMessageTitle', 'sendMessagePath', 'sendMessageImg'],
  ],
  make: (host) => {
    const mark = (name: string) => (value: unknown) => {
      if (value === undefined || value === null) host.element.removeAttribute(name)
      else host.element.setAttribute(name, typeof value === 'string' ? value : '')
    }
    const flag = (name: string) => (value: unknown) => {
      host.element.toggleAttribute(name, isOn(value))
    }
    host.onTap(() => {
      const form = host.closest('form')
      const formType = host.property('formType')
      if (form && formType === 'submit') submitForm(form)
      if (form && formType === 'reset') resetForm(form)
      const openType = host.property('openType')
      if (typeof openType === 'string') openWeChat(host, openType)
    })
    return {
      changed: {
        disabled: flag('disabled'),
        plain: flag('plain'),
        loading: flag('loading'),
        type: mark('type'),
        size: mark('size'),
      },
    }
  },
}
