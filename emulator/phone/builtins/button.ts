/** <button>: submits forms, and opens what WeChat alone may open. */
import { isOn } from '../dom'
import type { Device } from '../device'
import type { BuiltIn, Host } from './host'
import { mayHandOver, NOT_AGREED } from '../privacy'
import { resetForm, submitForm } from './form'

/** A code that the shop's cloud gets the number for; the number itself never comes to the page. */
async function askPhoneNumber(device: Device): Promise<object> {
  if (!(await mayHandOver(device)))
    return { errMsg: `getPhoneNumber:fail ${NOT_AGREED}`, errno: 104 }
  if (!(await device.consents('使用你的手机号'))) {
    return { errMsg: 'getPhoneNumber:fail user deny', errno: 103 }
  }
  const { network, openid } = device
  try {
    const { text } = await network.ask('/_emulator/phone-codes', openid, { openid })
    const { code } = JSON.parse(text) as { readonly code: string }
    return { errMsg: 'getPhoneNumber:ok', code }
  } catch {
    return { errMsg: 'getPhoneNumber:fail', errno: 5 }
  }
}

async function chooseAvatar(device: Device): Promise<string | undefined> {
  if (!(await mayHandOver(device))) return undefined
  const [path] = await device.files.choose(1)
  return path
}

/** The open-types that hand something to the page; the rest only do something in WeChat. */
function openWeChat(host: Host, openType: string): void {
  const { device } = host
  if (!device) return
  if (openType === 'share') {
    void device.share('button', { id: host.node.id, dataset: host.node.dataset })
  }
  if (openType === 'chooseAvatar') {
    void chooseAvatar(device).then((avatarUrl) => {
      if (avatarUrl !== undefined) host.fire('chooseavatar', { avatarUrl })
    })
  }
  if (openType === 'getPhoneNumber') {
    void askPhoneNumber(device).then((detail) => host.fire('getphonenumber', detail))
  }
  if (openType === 'agreePrivacyAuthorization') {
    device.privacy.agree()
    host.fire('agreeprivacyauthorization', {})
  }
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
