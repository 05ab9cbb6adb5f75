import { aftersaleStaffContract } from '@domain/aftersale/contract'
import { fulfilmentContract } from '@domain/fulfilment/contract'
import { groupbuyStaffContract } from '@domain/groupbuy/contract'
import { membersStaffContract } from '@domain/members/contract'
import { shopfileContract } from '@domain/shopfile/contract'
import { answerRequest } from '../aftersale/answer'
import { listAnswered } from '../aftersale/list'
import { findByCode, ship, verifyCode } from '../fulfilment/handout'
import { listQueue, seeDesk } from '../fulfilment/queue'
import { seeAnyOrder } from '../fulfilment/see'
import { watchDeals } from '../groupbuy/watch'
import { makeStoreCode } from '../members/storeCode'
import { serve } from '../kit/serve'
import { importShop } from '../shopfile/import'
import { staffDoor } from '../staff/door'

const contract = {
  ...groupbuyStaffContract,
  ...fulfilmentContract,
  ...aftersaleStaffContract,
  ...membersStaffContract,
  ...shopfileContract,
}

/** What only those who work here may do. */
export const staff = serve(
  contract,
  {
    'groupbuy.watch': watchDeals,
    'fulfilment.desk': seeDesk,
    'fulfilment.list': listQueue,
    'fulfilment.see': seeAnyOrder,
    'fulfilment.ship': ship,
    'fulfilment.find': findByCode,
    'fulfilment.verify': verifyCode,
    'aftersale.answer': answerRequest,
    'aftersale.list': listAnswered,
    'members.storeCode': makeStoreCode,
    'shopfile.import': importShop,
  },
  staffDoor,
)
