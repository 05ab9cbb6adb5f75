import { receiveNotice } from '../server/payment/notices'

/** Where WeChat Pay reports. */
export const main = receiveNotice
