/** Transfers to people as the control panel shows and ends them. */
import type { Bills } from '../../../emulator/wechat/transfers/bills'
import type { TransferDoc } from '../auditor/guide-books'
import type { TransferEnd } from '../cloud/town'

/** WeChat Pay's books, oldest first. */
export const transferBook = (bills: Bills): TransferDoc[] =>
  bills
    .list()
    .reverse()
    .map(({ wish, ...bill }) => ({ ...bill, ...wish }))

/** Ends what waits for somebody to confirm it. */
export async function endTransfers(bills: Bills, openid: string, end: TransferEnd): Promise<void> {
  const waiting = transferBook(bills).filter(
    (transfer) => transfer.openid === openid && transfer.state === 'WAIT_USER_CONFIRM',
  )
  for (const { _id } of waiting) await bills.end(_id, end)
}
