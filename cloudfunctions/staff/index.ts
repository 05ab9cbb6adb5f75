import { staff } from '../server/functions/staff'

/** What only those who work here may do. */
export const main = staff
