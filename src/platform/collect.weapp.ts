import Taro from '@tarojs/taro'
import type { TransferView } from '@domain/payouts/contract'

/** How WeChat's sheet was left. Whether the money arrived, only the cloud knows. */
export type CollectOutcome = 'confirmed' | 'left' | 'unsupported' | 'failed'

/** What WeChat's sheet for confirming wants. */
export type CollectParams = NonNullable<TransferView['confirm']>

/** 请求用户确认收款 (base library 3.3.0): in WeChat, and not in Taro's types. */
interface Collecting {
  readonly requestMerchantTransfer?: (options: {
    readonly mchId: string
    readonly appId: string
    readonly package: string
    readonly success: () => void
    readonly fail: (trouble: { readonly errMsg?: string }) => void
  }) => void
}

/** Opens WeChat's sheet on which a transfer is confirmed. */
export function collect({ packageInfo, ...payee }: CollectParams): Promise<CollectOutcome> {
  const { requestMerchantTransfer } = Taro as unknown as Collecting
  if (!requestMerchantTransfer) return Promise.resolve('unsupported')
  return new Promise((resolve) => {
    requestMerchantTransfer({
      ...payee,
      package: packageInfo,
      success: () => {
        resolve('confirmed')
      },
      fail: ({ errMsg = '' }) => {
        resolve(errMsg.includes('cancel') ? 'left' : 'failed')
      },
    })
  })
}
