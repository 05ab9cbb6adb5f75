/** What happens when the phone's own bars are touched: back, tabs, the capsule. */
import type { Tab } from './package'
import type { Phone } from './phone'

function openTab(phone: Phone, tab: Tab): void {
  const { pagePath, text } = tab
  phone.stack.switchTab(`/${pagePath}`)
  phone.stack.top.call('onTabItemTap', { pagePath, text, index: phone.program.tabs.indexOf(tab) })
}

async function openMenu(phone: Phone): Promise<void> {
  const canShare = phone.stack.top.has('onShareAppMessage')
  const items = [...(canShare ? ['转发给朋友'] : []), '重新进入小程序']
  const index = await phone.dialogs.choose('', items)
  if (index === undefined) return
  if (items[index] === '转发给朋友') await phone.share('menu')
  else phone.stack.reLaunch(`/${phone.program.home}`)
}

async function leave(phone: Phone): Promise<void> {
  phone.background()
  await phone.dialogs.choose('小程序已退到后台', ['回到小程序'])
  phone.foreground()
}

/** Connects the bars of a phone's screen. */
export function connectBars(phone: Phone): void {
  phone.screen.listen({
    back: () => {
      phone.stack.navigateBack()
    },
    tab: (tab) => {
      openTab(phone, tab)
    },
    menu: () => void openMenu(phone),
    leave: () => void leave(phone),
  })
}
