/** `/_emulator/shipments`: how goods went, as WeChat was told (发货信息录入). */
import type { Shipments } from '../wechat/shipping/shipments'
import type { Route } from './route'

export function shipmentRoutes(shipments: Shipments): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/shipments',
      answer: () => ({
        json: shipments.list().map(({ _id: outTradeNo, ...rest }) => ({ outTradeNo, ...rest })),
      }),
    },
  ]
}
