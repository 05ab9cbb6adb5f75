import { groupbuyStaffContract } from '@domain/groupbuy/contract'
import { shopfileContract } from '@domain/shopfile/contract'
import { watchDeals } from '../server/groupbuy/watch'
import { serve } from '../server/kit/serve'
import { importShop } from '../server/shopfile/import'
import { staffDoor } from '../server/staff/door'

const handlers = { 'groupbuy.watch': watchDeals, 'shopfile.import': importShop }

/** What only those who work here may do. */
export const main = serve({ ...groupbuyStaffContract, ...shopfileContract }, handlers, staffDoor)
