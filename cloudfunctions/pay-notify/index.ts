import { receiveNotice } from '../server/payment/notices'

export const main = receiveNotice
