import type { CourierCompany } from '@domain/orders/delivery'

/** Courier companies as everybody calls them. */
export const courierText: Readonly<Record<CourierCompany, string>> = {
  SF: '顺丰速运',
  YTO: '圆通速递',
  ZTO: '中通快递',
  STO: '申通快递',
  YUNDA: '韵达快递',
  JD: '京东快递',
  JTSD: '极兔速递',
  EMS: '邮政 EMS',
  DBL: '德邦快递',
}
