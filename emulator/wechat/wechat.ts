/** WeChat as the shop sees it: payments, shipments, messages, codes, people. */
import type { Appointments } from '../agenda'
import { channelsRoutes } from '../control/channels'
import { messageRoutes, peopleRoutes } from '../control/people'
import { paymentRoutes, refundRoutes, settingsRoutes } from '../control/payments'
import type { Route } from '../control/route'
import { phoneCodeRoutes } from '../control/phone-codes'
import { shipmentRoutes } from '../control/shipments'
import { transferRoutes } from '../control/transfers'
import type { Faults } from '../faults/faults'
import type { Functions } from '../functions/functions'
import { Records } from '../records'
import type { Service } from '../service'
import type { Store } from '../store/store'
import { Channels } from './channels/channels'
import { Codes } from './codes/codes'
import { Messages } from './messages/messages'
import { Cashier } from './pay/cashier'
import { PayLedger } from './pay/ledger'
import { Notices } from './pay/notices'
import { Orders } from './pay/orders'
import { Refunds } from './pay/refunds'
import { payService } from './pay/service'
import { People } from './people'
import { PhoneNumbers } from './phone-numbers'
import { PublishedPages } from './published-pages'
import { wechatService } from './service'
import { Shipments } from './shipping/shipments'
import { Bills } from './transfers/bills'
import { apiDoor, type ApiDoor } from './transfers/door'
import { createTransferApi } from './transfers/endpoint'
import type { Merchant } from './transfers/merchant'

interface Parts {
  readonly store: Store
  readonly functions: Functions
  readonly faults: Faults
  readonly merchant: Merchant
  readonly now: () => number
  /** To be called when something became due at another time. */
  readonly changed: () => void
  /** dist/weapp, for the pages that a code may open. */
  readonly weapp: string | undefined
}

/** WeChat's services and their other side. */
export interface Wechat {
  readonly services: readonly Service[]
  readonly routes: readonly Route[]
  /** WeChat Pay's API v3, for who pays out. */
  readonly api: ApiDoor
  readonly appointments: readonly Appointments[]
  /** Forgets what is due; the records go with the store's own reset. */
  readonly clear: () => void
}

export function createWechat(parts: Parts): Wechat {
  const { store, functions, now } = parts
  const ledger = new PayLedger(store)
  const orders = new Orders(ledger, now)
  const notices = new Notices({ ...parts, ledger })
  const refunds = new Refunds({ ...parts, ledger, orders, notices })
  const cashier = new Cashier(ledger, notices, now)
  const pages = new PublishedPages(parts.weapp)
  const messages = new Messages({ store, pages, now })
  const shipments = new Shipments({ store, ledger, now })
  const phoneNumbers = new PhoneNumbers({ store, now })
  const isEmpty = () => ledger.settings.transfers === 'refuse'
  const bills = new Bills({ ...parts, isEmpty })
  const pay = { ledger, cashier, refunds }
  return {
    services: [
      payService({ orders, refunds, functions }),
      wechatService({
        ...{ codes: new Codes({ pages, now }), messages, shipments, phoneNumbers },
        ...{ functions, now },
      }),
    ],
    routes: [
      ...paymentRoutes(pay),
      ...refundRoutes(pay),
      ...settingsRoutes(pay),
      ...shipmentRoutes(shipments),
      ...transferRoutes(bills),
      ...messageRoutes(messages),
      ...phoneCodeRoutes(phoneNumbers),
      ...channelsRoutes(new Channels(store)),
      ...peopleRoutes(new People(new Records(store, '_people'))),
    ],
    api: apiDoor(createTransferApi({ ...parts, bills })),
    appointments: [refunds, notices, bills],
    clear: () => {
      notices.clear()
      refunds.clear()
      bills.clear()
    },
  }
}
