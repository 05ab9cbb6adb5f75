/** `/_emulator/transfers`: 商家转账 from the other side, and what becomes of each. */
import { limits } from '../limits'
import type { Bill, BillEnd, Bills } from '../wechat/transfers/bills'
import { ControlError, type Route } from './route'

const ENDS: readonly BillEnd[] = ['confirm', 'lapse', 'fail']

export function transferRoutes(bills: Bills): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/transfers',
      answer: ({ query }) => {
        const packageInfo = query.get('package')
        const wanted = bills
          .list()
          .filter((bill) => packageInfo === null || bill.packageInfo === packageInfo)
        return { json: wanted.map(transferView) }
      },
    },
    {
      method: 'POST',
      path: '/_emulator/transfers/:number',
      answer: async (request) => {
        const { outcome, openid, reason } = await request.object()
        const bill = bills.find(request.param())
        if (!bill) throw new ControlError(404, 'transfer_unknown', 'There is no such transfer.')
        // Nobody confirms what is another person's.
        if (openid !== undefined && openid !== bill.wish.openid) {
          throw new ControlError(403, 'transfer_foreign', 'The transfer is for another person.')
        }
        const told = typeof reason === 'string' && reason !== '' ? reason : undefined
        if (!(await bills.end(bill._id, endOf(outcome), told))) {
          throw new ControlError(409, 'transfer_ended', 'The transfer has ended already.')
        }
        return { json: transferView(bills.find(bill._id) ?? bill) }
      },
    },
  ]
}

function endOf(outcome: unknown): BillEnd {
  const end = ENDS.find((known) => known === outcome)
  if (end) return end
  throw new ControlError(400, 'body_invalid', `"outcome" must be one of ${ENDS.join(', ')}.`)
}

function transferView({ _id: outBillNo, wish, ...rest }: Bill): object {
  const { outBillNo: _outBillNo, ...asked } = wish
  const confirmBefore = rest.createdAt + limits.transferConfirmMs
  return { outBillNo, ...rest, ...asked, confirmBefore }
}
