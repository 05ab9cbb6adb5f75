import Taro from '@tarojs/taro'

/** Whether codes can be scanned here; where not, they are typed. */
export const canScan: boolean = true

/** Has the camera read a code, a QR code or a parcel's bars; undefined when it was left. */
export async function scan(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })
    return result
  } catch {
    return undefined
  }
}
