/**
 * What the mini-program can learn of the phone: size, system, network; and small services of it.
 */
import type { Device } from '../device'
import type { NetworkListener } from '../network'
import { type Interfaces, textOf, type Work } from './interfaces'

const statusBarHeight = 20

/** The size of the screen in CSS pixels; jsdom has none, so it is taken for a 375 × 812 phone. */
function windowInfo({ screen }: Device) {
  const windowWidth = screen.root.clientWidth || 375
  const screenHeight = screen.root.clientHeight || 812
  return {
    windowWidth,
    windowHeight: screen.view.clientHeight || 748,
    screenWidth: windowWidth,
    screenHeight,
    screenTop: 0,
    pixelRatio: 2,
    statusBarHeight,
    safeArea: {
      left: 0,
      right: windowWidth,
      top: statusBarHeight,
      bottom: screenHeight,
      width: windowWidth,
      height: screenHeight - statusBarHeight,
    },
  }
}

const base = {
  SDKVersion: '3.9.0',
  version: '8.0.50',
  language: 'zh_CN',
  fontSizeSetting: 16,
  host: { env: 'WeChat' },
}
const hardware = { brand: 'Jutuan', model: 'Local Phone', system: 'iOS 17.0', platform: 'ios' }

/** Where the capsule sits: pages with their own navigation bar make room for it. */
function capsule(device: Device) {
  const right = windowInfo(device).windowWidth - 7
  return { top: 24, bottom: 56, height: 32, width: 87, left: right - 87, right }
}

function networkInterfaces({ network }: Device): Interfaces {
  return {
    answers: { getNetworkType: () => ({ networkType: network.kind }) },
    plain: {
      onNetworkStatusChange: (listener: NetworkListener) => void network.listeners.add(listener),
      offNetworkStatusChange: (listener?: NetworkListener) => {
        if (listener) network.listeners.delete(listener)
        else network.listeners.clear()
      },
    },
  }
}

/**
 * Interfaces that only a real phone can serve succeed, and a test reads them from the call list.
 */
const silent = [
  'vibrateShort',
  'vibrateLong',
  'makePhoneCall',
  'openLocation',
  'setKeepScreenOn',
  'openCustomerServiceChat',
  'openEmbeddedMiniProgram',
  'navigateToMiniProgram',
  'authorize',
  'openSetting',
  'hideKeyboard',
]

const deaf = [
  'onThemeChange',
  'offThemeChange',
  'onWindowResize',
  'offWindowResize',
  'onKeyboardHeightChange',
  'offKeyboardHeightChange',
  'onMemoryWarning',
  'reportEvent',
  'reportMonitor',
  'onNeedPrivacyAuthorization',
]

/** System interfaces. */
export function systemInterfaces(device: Device): Interfaces {
  let clipboard = ''
  const system = () => ({ ...windowInfo(device), ...base, ...hardware })
  const network = networkInterfaces(device)
  const done: Work = () => undefined
  return {
    answers: {
      ...network.answers,
      ...Object.fromEntries(silent.map((name) => [name, done])),
      getSystemInfo: system,
      getSystemInfoAsync: system,
      setClipboardData: (options) => {
        clipboard = textOf(options, 'data')
        // WeChat shows this by itself.
        device.dialogs.showToast({ title: '内容已复制', kind: 'toast' }, 'success', 1500)
        return { data: clipboard }
      },
      getClipboardData: () => ({ data: clipboard }),
      getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true } }),
      login: () => ({ code: `local-${device.openid}` }),
      checkSession: done,
    },
    plain: {
      ...network.plain,
      ...Object.fromEntries(deaf.map((name) => [name, () => undefined])),
      getSystemInfoSync: system,
      getWindowInfo: () => windowInfo(device),
      getDeviceInfo: () => hardware,
      getAppBaseInfo: () => base,
      getSystemSetting: () => ({
        bluetoothEnabled: false,
        locationEnabled: true,
        wifiEnabled: true,
      }),
      getAppAuthorizeSetting: () => ({ albumAuthorized: 'authorized' }),
      getMenuButtonBoundingClientRect: () => capsule(device),
    },
  }
}
