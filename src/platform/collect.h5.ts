import type { TransferView } from '@domain/payouts/contract'
import { findBridge } from './bridge'

/** How WeChat's sheet was left. Whether the money arrived, only the cloud knows. */
export type CollectOutcome = 'confirmed' | 'left' | 'unsupported' | 'failed'

/** What WeChat's sheet for confirming wants. */
export type CollectParams = NonNullable<TransferView['confirm']>

const outcomes: Readonly<Record<string, CollectOutcome>> = {
  'requestMerchantTransfer:ok': 'confirmed',
  'requestMerchantTransfer:cancel': 'left',
  'system:function_not_exist': 'unsupported',
}

/** Opens the sheet on which a transfer is confirmed, in the browser inside WeChat (JSAPI). */
export async function collect({ packageInfo, ...payee }: CollectParams): Promise<CollectOutcome> {
  const bridge = await findBridge()
  if (!bridge) return 'unsupported'
  return new Promise((resolve) => {
    const parameters = { ...payee, package: packageInfo }
    bridge.invoke('requestMerchantTransfer', parameters, ({ err_msg }) => {
      resolve(outcomes[err_msg] ?? 'failed')
    })
  })
}
