import { aftersaleStaffContract } from '@domain/aftersale/contract'
import { attributionStaffContract } from '@domain/attribution/contract'
import { commissionStaffContract } from '@domain/commission/contract'
import { fulfilmentContract } from '@domain/fulfilment/contract'
import { groupbuyStaffContract } from '@domain/groupbuy/contract'
import { guidesStaffContract } from '@domain/guides/contract'
import { membersStaffContract } from '@domain/members/contract'
import { shopfileContract } from '@domain/shopfile/contract'
import { answerRequest } from '../aftersale/answer'
import { listAnswered } from '../aftersale/list'
import { assignOrder } from '../attribution/assign'
import { bindCustomer } from '../attribution/bind'
import { explainAny } from '../attribution/explain'
import { replayRule } from '../attribution/replay'
import { seeOverview } from '../commission/overview'
import { findByCode, ship, verifyCode } from '../fulfilment/handout'
import { listQueue, seeDesk } from '../fulfilment/queue'
import { seeAnyOrder } from '../fulfilment/see'
import { watchDeals } from '../groupbuy/watch'
import { inviteGuide } from '../guides/invite'
import { activateGuide, listGuides } from '../guides/staff'
import { makeStoreCode } from '../members/storeCode'
import { serve } from '../kit/serve'
import { importShop } from '../shopfile/import'
import { staffDoor } from '../staff/door'

const contract = {
  ...groupbuyStaffContract,
  ...fulfilmentContract,
  ...aftersaleStaffContract,
  ...attributionStaffContract,
  ...guidesStaffContract,
  ...commissionStaffContract,
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
    'attribution.see': explainAny,
    'attribution.assign': assignOrder,
    'attribution.bind': bindCustomer,
    'attribution.replay': replayRule,
    'guides.invite': inviteGuide,
    'guides.list': listGuides,
    'guides.activate': activateGuide,
    'commission.overview': seeOverview,
    'members.storeCode': makeStoreCode,
    'shopfile.import': importShop,
  },
  staffDoor,
)
