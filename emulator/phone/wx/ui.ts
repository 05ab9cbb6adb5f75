/** Toasts, modals, sheets, the navigation bar, the tab bar, pulling and scrolling. */
import { asText, isOn } from '../dom'
import type { Device } from '../device'
import { type Interfaces, type Options, Refusal, textOf, type Work } from './interfaces'

const nothing: Work = () => undefined

async function showModal(device: Device, options: Options): Promise<object> {
  const answer = await device.dialogs.ask({
    title: textOf(options, 'title'),
    content: textOf(options, 'content'),
    confirmText: textOf(options, 'confirmText', '确定'),
    cancelText: options['showCancel'] === false ? undefined : textOf(options, 'cancelText', '取消'),
    ...(isOn(options['editable']) && { placeholder: textOf(options, 'placeholderText') }),
  })
  device.touched()
  return { ...answer, cancel: !answer.confirm }
}

async function showActionSheet(device: Device, options: Options): Promise<object> {
  const items = (options['itemList'] ?? []) as readonly string[]
  // WeChat refuses longer lists instead of cutting them.
  if (items.length > 6) throw new Refusal('parameter error: itemList should not be larger than 6')
  const tapIndex = await device.dialogs.choose(textOf(options, 'alertText'), items)
  if (tapIndex === undefined) throw new Refusal('cancel')
  device.touched()
  return { tapIndex }
}

function dialogInterfaces(device: Device): Readonly<Record<string, Work>> {
  const { dialogs } = device
  const hideToast = () => {
    dialogs.hideToast()
    return undefined
  }
  return {
    showToast: (options) => {
      const ms = typeof options['duration'] === 'number' ? options['duration'] : 1500
      const title = textOf(options, 'title')
      dialogs.showToast({ title, kind: 'toast' }, textOf(options, 'icon', 'success'), ms)
      return undefined
    },
    showLoading: (options) => {
      dialogs.showToast({ title: textOf(options, 'title'), kind: 'loading' }, 'loading')
      return undefined
    },
    hideToast,
    hideLoading: hideToast,
    showModal: (options) => showModal(device, options),
    showActionSheet: (options) => showActionSheet(device, options),
  }
}

function barInterfaces(device: Device): Readonly<Record<string, Work>> {
  const change = (settings: object) => {
    device.redraw(Object.assign(device.stack.top, { settings }))
    return undefined
  }
  const settings = () => device.stack.top.settings
  const onTab = (change: () => void) => {
    // A page without a tab bar cannot change it: WeChat refuses, and a shop has to live with that.
    if (!device.program.isTab(device.stack.top.place.route)) throw new Refusal('not TabBar page')
    change()
    return undefined
  }
  const badge = (options: Options, text: string | undefined) =>
    onTab(() => device.screen.setBadge(Number(options['index']), text))
  return {
    setNavigationBarTitle: (options) =>
      change({ ...settings(), navigationBarTitleText: textOf(options, 'title') }),
    setNavigationBarColor: (options) =>
      change({
        ...settings(),
        navigationBarBackgroundColor: textOf(options, 'backgroundColor'),
        navigationBarTextStyle: options['frontColor'] === '#000000' ? 'black' : 'white',
      }),
    setTabBarBadge: (options) => badge(options, textOf(options, 'text')),
    removeTabBarBadge: (options) => badge(options, undefined),
    showTabBarRedDot: (options) => badge(options, ''),
    hideTabBarRedDot: (options) => badge(options, undefined),
    hideTabBar: () => onTab(() => device.screen.hideTabs(true)),
    showTabBar: () => onTab(() => device.screen.hideTabs(false)),
  }
}

function scrollInterfaces(device: Device): Readonly<Record<string, Work>> {
  return {
    startPullDownRefresh: () => {
      device.stack.top.call('onPullDownRefresh')
      return undefined
    },
    stopPullDownRefresh: () => {
      device.stack.top.element.classList.remove('phone-pulled')
      return undefined
    },
    pageScrollTo: (options) => {
      const { element } = device.stack.top
      const selector = asText(options['selector'])
      const found = selector === '' ? undefined : element.querySelector(selector)
      const top = found
        ? found.getBoundingClientRect().top -
          element.getBoundingClientRect().top +
          element.scrollTop
        : Number(options['scrollTop'] ?? 0)
      element.scrollTop = top
      return undefined
    },
  }
}

/** Everything the mini-program may change on the screen outside its pages. */
export function uiInterfaces(device: Device): Interfaces {
  return {
    answers: {
      ...dialogInterfaces(device),
      ...barInterfaces(device),
      ...scrollInterfaces(device),
      showNavigationBarLoading: nothing,
      hideNavigationBarLoading: nothing,
      hideHomeButton: nothing,
      showShareMenu: nothing,
      hideShareMenu: nothing,
      updateShareMenu: nothing,
      setBackgroundColor: nothing,
      setBackgroundTextStyle: nothing,
    },
    plain: { nextTick: (callback: () => void) => device.clock.setTimeout(callback) },
  }
}
