/** <navigator>: a link to another page, by the same rules as the interfaces. */
import { asText } from '../dom'
import type { BuiltIn } from './host'

/** The link. A move against the rules does nothing but say so, as in WeChat. */
export const navigator: BuiltIn = {
  tag: 'navigator',
  properties: ['url', 'openType', 'delta', 'target', 'appId', 'path', 'hoverClass'],
  make: (host) => {
    host.onTap(() => {
      const stack = host.device?.stack
      const url = asText(host.property('url'))
      const moves: Readonly<Record<string, (() => unknown) | undefined>> = {
        navigate: () => stack?.navigateTo(url),
        redirect: () => stack?.redirectTo(url),
        switchTab: () => stack?.switchTab(url),
        reLaunch: () => stack?.reLaunch(url),
        navigateBack: () => stack?.navigateBack(Number(host.property('delta') ?? 1)),
      }
      try {
        moves[asText(host.property('openType')) || 'navigate']?.()
      } catch (error) {
        host.fire('fail', { errMsg: `navigator:fail ${(error as Error).message}` })
      }
    })
    return {}
  },
}
