import type { Delivery } from '@domain/orders/delivery'
import type { Order } from '@domain/orders/order'
import { shopTime, type Instant } from '@domain/time'
import { openapi } from '../kit/cloud'
import { log } from '../kit/log'
import { Weather } from '../kit/weather'

/** 发货信息录入, `logistics_type`: by courier, or picked up by the buyer. */
const LOGISTICS: Readonly<Record<Delivery['kind'], number>> = { courier: 1, 'pick-up': 4 }

/** `order_number_type`: the payment is named by WeChat's own number. */
const BY_TRANSACTION = 2
/** `delivery_mode`: everything in one delivery. */
const UNIFIED = 1

/** The longest description of goods that WeChat takes. */
const MOST_ITEM_DESC = 120

/** 支付单不存在: WeChat enters a payment some seconds after it was made. */
const NOT_ENTERED_YET = 10060001

/** 发货信息未更新: WeChat has it already. */
const KNOWN_ALREADY = 10060023

/** 189****1234, as WeChat wants a telephone number to be sent. */
const masked = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/**
 * Tells WeChat how the goods of an order went, or the money stays frozen. Told again, it changes
 * nothing. What WeChat refuses for good is logged: the operator finds the order in WeChat's own
 * list of orders that wait for shipping.
 */
export async function reportHandout(order: Order, now: Instant): Promise<void> {
  if (!order.payment || order.payment.paidFen === 0) return
  const { delivery, payment } = order
  try {
    await openapi.wxa.sec.order.uploadShippingInfo({
      orderKey: { orderNumberType: BY_TRANSACTION, transactionId: payment.transactionId },
      logisticsType: LOGISTICS[delivery.kind],
      deliveryMode: UNIFIED,
      shippingList: [{ itemDesc: goodsOf(order), ...parcelOf(delivery) }],
      uploadTime: shopTime(now, 'YYYY-MM-DDTHH:mm:ss.SSS[+08:00]'),
      payer: { openid: order.memberId },
    })
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), 'errCode')
    if (code === KNOWN_ALREADY) return
    // A refusal has WeChat's own positive code; the SDK's troubles are negative.
    if (typeof code !== 'number' || code < 0) throw error
    if (code === NOT_ENTERED_YET) throw new Weather('WeChat has not entered the payment yet')
    log('handout_refused', { orderId: order._id, code })
  }
}

const goodsOf = ({ receipt }: Order): string =>
  receipt.lines
    .map(({ product, quantity }) => `${product.name}*${quantity}`)
    .join(',')
    .slice(0, MOST_ITEM_DESC)

function parcelOf(delivery: Delivery) {
  if (delivery.kind === 'pick-up' || !delivery.parcel) return {}
  const { company, number } = delivery.parcel
  // SF Express tells nothing of a parcel without somebody's number.
  const contact = { receiverContact: masked(delivery.phone) }
  return { trackingNo: number, expressCompany: company, contact }
}
