/** A province, city or county with its code of GB/T 2260, of which each part has two digits. */
export interface Region {
  readonly code: string
  readonly name: string
}

/** All regions of the mainland, Hong Kong, Macau and Taiwan. */
export interface Regions {
  readonly provinces: readonly Region[]
  citiesOf(province: Region | undefined): readonly Region[]
  countiesOf(city: Region | undefined): readonly Region[]
}

type List = Readonly<Record<string, string>>

const regionsOf = (list: List): readonly Region[] =>
  Object.entries(list)
    .map(([code, name]) => ({ code, name }))
    .sort((one, other) => Number(one.code) - Number(other.code))

const within = (list: readonly Region[], above: Region | undefined, digits: number) =>
  above === undefined
    ? []
    : list.filter(({ code }) => code.slice(0, digits) === above.code.slice(0, digits))

/** Fetches the regions: a browser loads them only when an address is typed in. */
export async function loadRegions(): Promise<Regions> {
  const { areaList } = await import('@vant/area-data')
  const provinces = regionsOf(areaList.province_list)
  const cities = regionsOf(areaList.city_list)
  const counties = regionsOf(areaList.county_list)
  return {
    provinces,
    citiesOf: (province) => within(cities, province, 2),
    countiesOf: (city) => within(counties, city, 4),
  }
}
